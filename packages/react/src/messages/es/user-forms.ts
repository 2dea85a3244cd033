import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('es')

/** The dialogs of the acts on a person, in Spanish. */
export const dialogs = {
  reason: 'Motivo',
  reasonMissing: 'Introduzca un motivo.',
  reasonHint: 'Lo ven los demás administradores y lo conserva el registro de auditoría.',
  until: 'Hasta',
  untilHint: 'Déjelo vacío para bloquear hasta que alguien desbloquee.',
  userName: 'Nombre de usuario',
  typeUserName: (userName) => `Escriba ${userName} para confirmar.`,
  userNameWrong: 'Escriba el nombre de usuario exactamente como se muestra.',
} satisfies UserPageMessages['dialogs']

/** The short form of adding a person. */
export const invite = {
  title: 'Invitar por correo',
  text: 'Recibirá un correo con un enlace para terminar de configurar su acceso.',
  verb: 'Invitar usuario',
  userNameHint: 'Tomado de la dirección de correo; cámbielo si debe ser otro.',
} satisfies UserPageMessages['invite']

/** Adding a person. */
export const wizard = {
  title: 'Añadir usuario',
  steps: { who: 'Quién', where: 'Dónde y qué', how: 'Inicio de sesión', review: 'Revisión' },
  questions: {
    who: '¿De quién se trata?',
    where: '¿A qué organización pertenece y qué puede hacer?',
    how: '¿Cómo iniciará sesión?',
    review: '¿Es correcto?',
  },
  givenName: 'Nombre',
  familyName: 'Apellidos',
  userName: 'Nombre de usuario',
  userNameHint: 'No se distingue entre mayúsculas y minúsculas.',
  userNameTaken: (userName) => `Allí ya se usa «${userName}». Elija otro nombre de usuario.`,
  primaryEmail: 'Correo principal',
  secondaryEmail: 'Correo secundario',
  phone: 'Número de teléfono',
  userType: 'Tipo de usuario',
  organization: 'Organización',
  chooseOrganization: 'Elija una organización.',
  role: 'Rol',
  noRole: 'Sin rol',
  noRoleText: 'Pertenece a la organización y no puede administrar nada.',
  roles: 'Roles',
  mainRole: 'Rol principal',
  mainRoleHint: 'El rol principal aparece en primer lugar en la página de la persona.',
  furtherRole: (place) => `Rol ${place}`,
  roleAt: (place) => (place === 1 ? 'Se aplica en' : `El rol ${place} se aplica en`),
  addRole: 'Añadir otro rol',
  removeRole: (role) => `Quitar ${role}`,
  roleTwice: 'Este rol está repetido. Elija otro o quite uno.',
  roleWhere: 'Elija dónde se aplica el rol.',
  groups: 'Grupos',
  noGroups: 'Ninguno',
  groupElsewhere: (group, organization) =>
    `${group} pertenece a ${organization}, que no está por encima de esta persona. Quítelo.`,
  roleBeyond: 'Supera sus propios derechos allí.',
  activation: 'Activación',
  activationNow: 'Activar ahora',
  activationNowText:
    'Se le invita por correo, o usted recibe el enlace, según la configuración del portal.',
  activationLater: 'Más tarde',
  activationLaterText: 'No se envía nada. Queda preparado hasta que alguien active la cuenta.',
  activationLink: 'Un enlace para copiar',
  activationLinkText:
    'No se envía ningún correo. El enlace se le muestra una sola vez, para que lo entregue.',
  mfaRequired: 'Exigir un segundo factor',
  mfaRequiredText: 'Se registra con la invitación o en el próximo inicio de sesión.',
  federatedOnly: 'Solo inicio de sesión federado',
  federatedOnlyText:
    'Sin contraseña aquí; inicia sesión mediante su propio proveedor de identidad.',
  finish: 'Añadir usuario',
  done: (name) => `Se ha añadido a ${name}.`,
  name: 'Nombre',
  yes: 'Sí',
  no: 'No',
} satisfies UserPageMessages['wizard']

/** The head and the profile of a person’s page. */
export const page = {
  back: 'Todos los usuarios',
  profile: 'Datos',
  edit: 'Editar',
  save: 'Guardar',
  cancel: 'Cancelar',
  saved: (name) => `Se han guardado los datos de ${name}.`,
  more: (name) => `Más acciones para ${name}`,
  lastSignedIn: 'Último inicio de sesión',
  neverSignedIn: 'Nunca ha iniciado sesión',
  none: 'Sin indicar',
  managedBy: {
    sso: 'Gestionado por inicio de sesión único',
    scim: 'Gestionado por SCIM',
    import: 'Gestionado por importación',
  },
  mfa: 'Segundo factor',
  mfaRequired: 'Obligatorio',
  mfaOptional: 'No obligatorio',
  signInRoute: 'Inicio de sesión',
  anyRoute: 'Contraseña o federación',
  federated: 'Solo federación',
  notFoundTitle: 'No se puede mostrar a esta persona',
} satisfies UserPageMessages['page']

/** What is said where an identity provider manages the people. */
export const sso = {
  title: (organization, provider) => `${organization} se gestiona en ${provider}`,
  several: (organizations) => `Gestionadas por inicio de sesión único: ${organizations}`,
  one: (organization, provider) => `${organization} (${provider})`,
  text: 'Allí se añaden y cambian las personas y se les asignan los roles. Los bloqueos, las sesiones, los métodos de autenticación y los grupos siguen aquí.',
  addElsewhere: 'Aquí no se puede añadir a nadie en ellas; añada a las personas en el proveedor.',
} satisfies UserPageMessages['sso']

/** The values of the facets, and what they mean. */
export const facets = {
  mfa: {
    not_required: 'No obligatorio',
    not_enrolled: 'Obligatorio, sin registrar',
    enrolled: 'Registrado',
    again: 'Pendiente de nuevo registro',
  },
  dormant: {
    yes: 'Inactivo',
    no: 'No inactivo',
    note: (days) =>
      plural(days, {
        one: 'Inactivo: no ha iniciado sesión desde hace # día, o nunca y se añadió antes.',
        other: 'Inactivo: no ha iniciado sesión desde hace # días, o nunca y se añadió antes.',
      }),
  },
  expiring: {
    yes: 'Vence pronto',
    no: 'No vence pronto',
    note: (days) =>
      plural(days, {
        one: 'Vence pronto: el acceso o un rol termina dentro de # día.',
        other: 'Vence pronto: el acceso o un rol termina dentro de # días.',
      }),
  },
} satisfies UserPageMessages['facets']

/** A table in which nobody matches. */
export const noMatch = {
  title: 'Ningún usuario coincide',
  text: (filters) => `Nadie coincide con ${filters}.`,
  search: (text) => `«${text}»`,
  status: (names) => `estado ${names}`,
  role: (names) => `rol ${names}`,
  organization: 'la organización',
  mfa: (names) => `segundo factor ${names}`,
  dormant: { yes: 'inactivo', no: 'no inactivo' },
  expiring: { yes: 'vence pronto', no: 'no vence pronto' },
  clear: 'Borrar búsqueda y filtros',
} satisfies UserPageMessages['noMatch']
