import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('es')

const people = (count: number) => plural(count, { one: '# usuario', other: '# usuarios' })

/** What is done, with its complement; the same while it runs; how many it was done to. */
const batch = (
  verb: string,
  running: string,
  done: { one: string; other: string },
  text: string,
) => ({
  title: (count: number) => `¿${verb.replace('#', people(count))}?`,
  text,
  verb: (count: number) => verb.replace('#', people(count)),
  running: (count: number) => running.replace('#', people(count)),
  done: (count: number) => `${number(count)} ${plural(count, done)}`,
})

/** The words of each act on a user, and of opening one, in Spanish. */
export const acts = {
  view: { menu: 'Ver y editar' },
  activate: {
    menu: 'Activar',
    title: (name) => `¿Activar a ${name}?`,
    text: 'Recibirá una invitación para terminar de configurar su acceso y hasta entonces figurará con el estado «Invitado».',
    verb: 'Activar usuario',
    done: (name) => `Se ha activado a ${name}.`,
  },
  resend: {
    menu: 'Reenviar la invitación',
    batch: batch(
      'Invitar de nuevo a #',
      'Invitando de nuevo a #',
      { one: 'invitado de nuevo', other: 'invitados de nuevo' },
      'Cada persona recibe un correo con un enlace nuevo; el anterior deja de funcionar.',
    ),
  },
  lock: {
    menu: 'Bloquear',
    title: (name) => `¿Bloquear a ${name}?`,
    text: 'No podrá iniciar sesión hasta que un administrador quite el bloqueo.',
    verb: 'Bloquear usuario',
    done: (name) => `Se ha bloqueado a ${name}.`,
    batch: batch(
      'Bloquear a #',
      'Bloqueando a #',
      { one: 'bloqueado', other: 'bloqueados' },
      'No podrán iniciar sesión hasta que un administrador quite el bloqueo. Lo que tengan abierto termina de inmediato.',
    ),
  },
  unlock: {
    menu: 'Desbloquear',
    title: (name) => `¿Desbloquear a ${name}?`,
    text: (kinds) => `Levanta el bloqueo que se muestra (${kinds}). Los demás bloqueos permanecen.`,
    verb: 'Desbloquear usuario',
    done: (name) => `Se ha desbloqueado a ${name}.`,
    stillLocked: (name, status) =>
      `Se ha levantado el bloqueo; ${name} sigue en el estado «${status}».`,
    batch: batch(
      'Desbloquear a #',
      'Desbloqueando a #',
      { one: 'desbloqueado', other: 'desbloqueados' },
      'Levanta el bloqueo que se muestra en cada caso. Los demás bloqueos permanecen.',
    ),
  },
  deactivate: {
    menu: 'Desactivar',
    title: (name) => `¿Desactivar a ${name}?`,
    text: 'No podrá iniciar sesión; los roles y ajustes se conservan para su regreso.',
    verb: 'Desactivar usuario',
    done: (name) => `Se ha desactivado a ${name}.`,
    batch: batch(
      'Desactivar a #',
      'Desactivando a #',
      { one: 'desactivado', other: 'desactivados' },
      'No podrán iniciar sesión; los roles y ajustes se conservan. Lo que tengan abierto termina de inmediato.',
    ),
  },
  reactivate: {
    menu: 'Reactivar',
    title: (name) => `¿Reactivar a ${name}?`,
    text: 'Podrá volver a usar su cuenta como antes.',
    verb: 'Reactivar usuario',
    done: (name) => `Se ha reactivado a ${name}.`,
    batch: batch(
      'Reactivar a #',
      'Reactivando a #',
      { one: 'reactivado', other: 'reactivados' },
      'Podrán volver a usar sus cuentas como antes.',
    ),
  },
  restore: {
    menu: 'Restaurar',
    title: (name) => `¿Restaurar a ${name}?`,
    text: 'La cuenta vuelve desactivada. Reactívela para devolver el acceso.',
    verb: 'Restaurar usuario',
    done: (name) => `Se ha restaurado a ${name}.`,
    batch: batch(
      'Restaurar a #',
      'Restaurando a #',
      { one: 'restaurado', other: 'restaurados' },
      'Vuelven desactivados. Reactívelos para darles acceso de nuevo.',
    ),
  },
  changeRole: { menu: 'Cambiar el rol…' },
  assignRole: {
    menu: 'Asignar un rol…',
    batch: batch(
      'Asignar un rol a #',
      'Asignando un rol a #',
      { one: 'con el rol asignado', other: 'con el rol asignado' },
      'El rol se aplica en la organización y en todo lo que hay por debajo.',
    ),
  },
  move: {
    menu: 'Mover a otra organización…',
    title: (owner) => `¿Mover a ${owner} a otra organización?`,
    text: (from, roles) =>
      `Los administradores de ${from} dejarán de ver a esta persona de inmediato.${roles === 0 ? '' : ` ${plural(roles, { one: '# rol permanece donde se asignó.', other: '# roles permanecen donde se asignaron.' })}`}`,
    to: 'Nueva organización',
    already: 'Ya pertenece a esta organización.',
    verb: 'Mover usuario',
    done: (owner, organization) => `${owner} ahora pertenece a ${organization}.`,
  },
  resetPassword: { menu: 'Restablecer la contraseña…' },
  resetCode: { menu: 'Restablecer el código secreto…' },
  enrollmentLink: { menu: 'Enviar un enlace de registro…' },
  enrollSecurityKey: { menu: 'Registrar una llave de seguridad…' },
  requireMfa: {
    menu: 'Segundo factor…',
    title: (owner) => `Segundo factor de ${owner}`,
    text: 'Lo que elija se aplica a partir del próximo inicio de sesión.',
    verb: 'Guardar segundo factor',
    label: 'En el próximo inicio de sesión',
    once: { label: 'Obligatorio', description: 'Quien no tenga ninguno registra uno.' },
    again: {
      label: 'Obligatorio, con registro nuevo',
      description: 'Se registra uno nuevo, aunque ya haya otro.',
    },
    no: {
      label: 'Ya no es obligatorio',
      description: 'Lo registrado permanece y se puede seguir usando.',
    },
    done: (owner) => `Se ha cambiado el segundo factor de ${owner}.`,
    batch: batch(
      'Cambiar el segundo factor de #',
      'Cambiando el segundo factor de #',
      { one: 'cambiado', other: 'cambiados' },
      'Lo elegido se aplica a partir del próximo inicio de sesión.',
    ),
  },
  resetAuthenticators: {
    menu: 'Restablecer los métodos de autenticación…',
    batch: batch(
      'Restablecer los métodos de autenticación de #',
      'Restableciendo los métodos de autenticación de #',
      { one: 'restablecido', other: 'restablecidos' },
      'Elimina lo elegido y cierra todas sus sesiones. Se registran de nuevo en el próximo inicio de sesión.',
    ),
  },
  endSessions: {
    menu: 'Cerrar las sesiones…',
    batch: batch(
      'Cerrar la sesión de #',
      'Cerrando la sesión de #',
      { one: 'desconectado', other: 'desconectados' },
      'Cierra de inmediato todas sus sesiones y tokens. Pueden volver a iniciar sesión.',
    ),
  },
  delete: {
    menu: 'Eliminar',
    title: (name) => `¿Eliminar a ${name}?`,
    text: 'Se puede restaurar durante un tiempo; después, nadie podrá recuperar la cuenta.',
    verb: 'Eliminar usuario',
    done: (name) => `Se ha eliminado a ${name}.`,
    batch: batch(
      'Eliminar a #',
      'Eliminando a #',
      { one: 'eliminado', other: 'eliminados' },
      'Se pueden restaurar durante un tiempo; después, ya nadie podrá recuperarlos. Lo que tengan abierto termina de inmediato.',
    ),
  },
  purge: {
    menu: 'Eliminar definitivamente',
    title: (owner) => `¿Eliminar definitivamente a ${owner}?`,
    text: 'Desaparece todo excepto el registro de auditoría, y el nombre de usuario queda libre. Nadie podrá recuperar la cuenta.',
    verb: 'Eliminar definitivamente',
    done: (owner) => `Se ha eliminado definitivamente a ${owner}.`,
  },
} satisfies UserPageMessages['acts']
