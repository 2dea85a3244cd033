import type { Messages } from '../en.js'
import { words } from '../words.js'

const { number, plural } = words('es')

/** The words of the parts, in Spanish. */
export const ui = {
  close: 'Cerrar',
  cancel: 'Cancelar',
  clear: 'Borrar',
  clearSearch: 'Borrar la búsqueda',
  copy: 'Copiar',
  copied: 'Copiado',
  undo: 'Deshacer',
  dismiss: 'Descartar',
  tryAgain: 'Reintentar',
  loading: 'Cargando',
  required: 'obligatorio',
  optional: 'opcional',
  requestId: 'Id. de la solicitud',
  copyRequestId: 'Copiar el id. de la solicitud',
  never: 'Nunca',
  comma: ', ',
  notifications: 'Notificaciones',
  dialog: {
    discardTitle: '¿Descartar lo que ha introducido?',
    discardText: 'No se ha guardado.',
    discard: 'Descartar',
    keepEditing: 'Seguir editando',
  },
  wizard: {
    steps: 'Pasos',
    back: 'Atrás',
    next: 'Continuar',
    progress: (current, total, name) => `Paso ${number(current)} de ${number(total)}: ${name}`,
    done: 'completado',
  },
  combobox: {
    noneFound: 'Sin resultados',
    empty: 'No hay nada que elegir',
    found: (count) => plural(count, { one: '# sugerencia', other: '# sugerencias' }),
    failed: 'No se ha podido cargar la lista. Vuelva a escribir para reintentar.',
    open: 'Mostrar sugerencias',
  },
  facet: {
    chosen: (count) => plural(count, { one: '# elegido', other: '# elegidos' }),
    search: (facet) => `Buscar ${facet.toLowerCase()}`,
    noneFound: 'Sin resultados',
    count: (count) => number(count),
  },
  table: {
    actions: 'Acciones',
    rowActions: (row) => `Acciones para ${row}`,
    select: 'Seleccionar',
    selectRow: (row) => `Seleccionar ${row}`,
    selectAll: 'Seleccionar todas las filas de esta página',
    keyboardHelp:
      'Las flechas cambian de fila, Intro abre, Espacio selecciona, M abre las acciones.',
    columns: 'Columnas',
    moveEarlier: (column) => `Adelantar ${column}`,
    moveLater: (column) => `Retrasar ${column}`,
    resetColumns: 'Restablecer',
  },
  bulk: {
    selected: (count) => plural(count, { one: '# seleccionado', other: '# seleccionados' }),
    clear: 'Quitar la selección',
  },
  pagination: {
    label: 'Páginas',
    previous: 'Anterior',
    next: 'Siguiente',
    pageSize: 'Filas por página',
    range: (from, to, total) => `${number(from)}–${number(to)} de ${total}`,
    openRange: (from, to) => `${number(from)}–${number(to)}`,
    total: (count) => number(count),
    atLeast: (count) => `más de ${number(count)}`,
    none: 'Sin filas',
  },
} satisfies Messages['ui']
