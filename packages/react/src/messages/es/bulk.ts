import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('es')

const people = (count: number) => plural(count, { one: '# usuario', other: '# usuarios' })

/** What is done, with its complement; the same while it runs; how many it was done to. */
const act = (
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

/** The words of what is done to several people at once, in Spanish. */
export const bulk = {
  selectMatching: (count) => `Seleccionar los ${count} que coinciden`,
  selectAll: (count) => `Seleccionar los ${count}`,
  selecting: (found, count) => `Seleccionando, ${number(found)} de ${count}`,
  stop: 'Detener',
  more: 'Más acciones para la selección',
  acts: {
    lock: act(
      'Bloquear a #',
      'Bloqueando a #',
      { one: 'bloqueado', other: 'bloqueados' },
      'No podrán iniciar sesión hasta que un administrador quite el bloqueo. Lo que tengan abierto termina de inmediato.',
    ),
    unlock: act(
      'Desbloquear a #',
      'Desbloqueando a #',
      { one: 'desbloqueado', other: 'desbloqueados' },
      'Levanta el bloqueo que se muestra en cada caso. Los demás bloqueos permanecen.',
    ),
    deactivate: act(
      'Desactivar a #',
      'Desactivando a #',
      { one: 'desactivado', other: 'desactivados' },
      'No podrán iniciar sesión; los roles y ajustes se conservan. Lo que tengan abierto termina de inmediato.',
    ),
    reactivate: act(
      'Reactivar a #',
      'Reactivando a #',
      { one: 'reactivado', other: 'reactivados' },
      'Podrán volver a usar sus cuentas como antes.',
    ),
    delete: act(
      'Eliminar a #',
      'Eliminando a #',
      { one: 'eliminado', other: 'eliminados' },
      'Se pueden restaurar durante un tiempo; después, ya nadie podrá recuperarlos. Lo que tengan abierto termina de inmediato.',
    ),
    restore: act(
      'Restaurar a #',
      'Restaurando a #',
      { one: 'restaurado', other: 'restaurados' },
      'Vuelven desactivados. Reactívelos para darles acceso de nuevo.',
    ),
    resend: act(
      'Invitar de nuevo a #',
      'Invitando de nuevo a #',
      { one: 'invitado de nuevo', other: 'invitados de nuevo' },
      'Cada persona recibe un correo con un enlace nuevo; el anterior deja de funcionar.',
    ),
    endSessions: act(
      'Cerrar la sesión de #',
      'Cerrando la sesión de #',
      { one: 'desconectado', other: 'desconectados' },
      'Cierra de inmediato todas sus sesiones y tokens. Pueden volver a iniciar sesión.',
    ),
    resetAuthenticators: act(
      'Restablecer los métodos de autenticación de #',
      'Restableciendo los métodos de autenticación de #',
      { one: 'restablecido', other: 'restablecidos' },
      'Elimina lo elegido y cierra todas sus sesiones. Se registran de nuevo en el próximo inicio de sesión.',
    ),
    requireMfa: act(
      'Cambiar el segundo factor de #',
      'Cambiando el segundo factor de #',
      { one: 'cambiado', other: 'cambiados' },
      'Lo elegido se aplica a partir del próximo inicio de sesión.',
    ),
    giveRole: act(
      'Asignar un rol a #',
      'Asignando un rol a #',
      { one: 'con el rol asignado', other: 'con el rol asignado' },
      'El rol se aplica en la organización y en todo lo que hay por debajo.',
    ),
  },
  plan: {
    preview: 'Vista previa',
    next: 'Continuar',
    running: 'Comprobando qué pasaría',
    possible: (count, asked) =>
      count === asked
        ? plural(count, { one: 'Es posible con este usuario.', other: 'Es posible con los #.' })
        : `Es posible con ${number(count)} de ${number(asked)}.`,
    sessions: (count) =>
      plural(count, { one: 'Termina # sesión abierta.', other: 'Terminan # sesiones abiertas.' }),
    refused: 'Se rechazaría',
    type: (count) => `Escriba ${count} para confirmar`,
    typeWrong: (count) => `Escriba el número de usuarios: ${count}.`,
    back: 'Atrás',
  },
  outcome: (done, refused) =>
    refused === 0
      ? done
      : `${done}, ${plural(refused, { one: '# rechazado', other: '# rechazados' })}`,
  told: (outcome) => `${outcome}.`,
  progress: (tried, count) => `${number(tried)} de ${number(count)}`,
  stopping: 'Se detiene tras los que están en curso.',
  stopped: (count) =>
    plural(count, {
      one: 'No se ha llegado a # usuario, que sigue seleccionado.',
      other: 'No se ha llegado a # usuarios, que siguen seleccionados.',
    }),
  unknown: (count) =>
    plural(count, {
      one: 'No se sabe si se aplicó a # usuario; sigue seleccionado.',
      other: 'No se sabe si se aplicó a # usuarios; siguen seleccionados.',
    }),
  refusedTitle: 'Rechazados y aún seleccionados',
  moreRefused: (count) => `Y ${number(count)} más.`,
  close: 'Cerrar',
} satisfies UserPageMessages['bulk']
