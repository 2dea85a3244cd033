import type { Messages } from '../en.js'
import { words } from '../words.js'

const { number, plural } = words('es')

/** The words of the Users section, in Spanish. */
export const users = {
  title: 'Usuarios',
  roles: { administrator: 'Administrador', support: 'Asistencia', viewer: 'Lector' },
  status: {
    ACTIVE: 'Activo',
    AUTO_LOCKED: 'Bloqueo automático',
    AWAITING_NEW_PASSWORD: 'Falta contraseña nueva',
    DEACTIVATED: 'Desactivado',
    DELETED: 'Eliminado',
    LOCKED_BY_ADMIN: 'Bloqueado por un admin.',
    LOCKED_BY_ORGANIZATION: 'Organización bloqueada',
    NO_LONGER_VALID: 'Validez finalizada',
    NOT_YET_VALID: 'Aún no válido',
    PROVISIONED: 'Invitado',
    RECOVERY: 'Recuperación',
    STAGED: 'Preparado',
  },
  statusMeaning: {
    ACTIVE: 'Puede iniciar sesión.',
    AUTO_LOCKED:
      'No puede iniciar sesión hasta que el bloqueo termine o un administrador lo levante.',
    AWAITING_NEW_PASSWORD: 'Debe elegir una contraseña nueva en el próximo inicio de sesión.',
    DEACTIVATED: 'No puede iniciar sesión hasta que se reactive. No se pierde nada.',
    DELETED: 'No puede iniciar sesión. Se puede restaurar durante un tiempo.',
    LOCKED_BY_ADMIN: 'No puede iniciar sesión hasta que un administrador lo desbloquee.',
    LOCKED_BY_ORGANIZATION: 'No puede iniciar sesión mientras la organización esté bloqueada.',
    NO_LONGER_VALID: 'No puede iniciar sesión: el período de validez ha terminado.',
    NOT_YET_VALID: 'Todavía no puede iniciar sesión: el período de validez no ha comenzado.',
    PROVISIONED: 'Se ha añadido y no ha terminado de configurar su acceso.',
    RECOVERY: 'Se le ha pedido que restablezca la contraseña y todavía puede iniciar sesión.',
    STAGED: 'Se ha preparado. No se ha enviado nada.',
  },
  lockKind: {
    administrator: 'Administrador',
    security: 'Seguridad',
    'failed-sign-ins': 'Inicios de sesión fallidos',
    inactivity: 'Inactividad',
  },
  explanation: {
    by: 'Por',
    reason: 'Motivo',
    cause: 'Causa',
    organization: 'Organización',
    since: 'Desde',
    until: 'Hasta',
    untilLifted: 'Hasta que se levante',
    next: (when) => `Cambia automáticamente el ${when}.`,
    fact: (name, value) => `${name}: ${value}.`,
    also: (others) => `Además: ${others}.`,
    system: 'El sistema',
  },
  table: {
    label: 'Usuarios',
    search: 'Buscar nombre, nombre de usuario o correo',
    columns: {
      givenName: 'Nombre',
      familyName: 'Apellidos',
      userName: 'Nombre de usuario',
      status: 'Estado',
      role: 'Rol',
      primaryEmail: 'Correo principal',
      lastSignedInAt: 'Último inicio de sesión',
      createdAt: 'Añadido',
      updatedAt: 'Modificado',
    },
    noRole: 'Ninguno',
    moreRoles: (count) => `+${number(count)}`,
    roleAt: (role, organization) => `${role} en ${organization}`,
    facets: {
      status: 'Estado',
      role: 'Rol',
      organization: 'Organización',
      mfa: 'Segundo factor',
      dormant: 'Actividad',
      expiring: 'Validez',
    },
    clear: 'Borrar',
    add: 'Añadir usuario',
    otherWays: 'Otras formas de añadir',
    invite: 'Invitar por correo…',
    import: 'Importar',
    export: 'Exportar',
    emptyTitle: 'Todavía no hay usuarios',
    emptyText: 'Aquí aparecen las personas que añada.',
    refusedTitle: 'No se han podido cargar los usuarios',
    all: (count, more) =>
      more
        ? `Más de ${number(count)} usuarios`
        : plural(count, { one: '# usuario', other: '# usuarios' }),
    loadingMore: 'Cargando más…',
  },
} satisfies Messages['users']
