import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('es')

/** The words of what is done to several people at once, in Spanish. */
export const bulk = {
  selectMatching: (count) => `Seleccionar los ${count} que coinciden`,
  selectAll: (count) => `Seleccionar los ${count}`,
  selecting: (found, count) => `Seleccionando, ${number(found)} de ${count}`,
  stop: 'Detener',
  more: 'Más acciones para la selección',
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
  sentence: (outcome) => `${outcome}.`,
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
