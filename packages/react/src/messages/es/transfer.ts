import type { TransferMessages } from '../en-transfer.js'
import { words } from '../words.js'

const { number, plural } = words('es')

/** The words of importing people from a file and exporting them to one, in Spanish. */
export const transfer: TransferMessages = {
  title: 'Importar usuarios',
  text: 'Desde un archivo CSV, como lo guardan las hojas de cálculo. Nada cambia antes de que haya visto qué pasaría.',
  choose: 'Elegir un archivo',
  drop: 'o suéltelo aquí',
  headings: (known: string) =>
    `Su primera línea contiene los encabezados, en cualquier orden. Se conocen: ${known}.`,
  template: 'Descargar un archivo vacío con todos los encabezados',
  templateName: 'usuarios.csv',
  reading: 'Leyendo el archivo',
  notPermittedTitle: 'No puede importar usuarios',
  notPermitted:
    'Su rol no le permite añadir usuarios en ninguna organización. Pídaselo a un administrador.',
  another: 'Elegir otro archivo',
  recognized: (headings: string) => `Reconocidos: ${headings}`,
  notImported: (headings: string) => `No se importan: ${headings}`,
  organization: 'Organización',
  organizationHint: 'Para las líneas que no nombran ninguna.',
  existing: 'Usuarios que ya existen',
  refuse: { label: 'Dejar como están', text: 'Sus líneas se rechazan.' },
  update: { label: 'Cambiar', text: 'Según el archivo. Lo que gestiona otro sistema se rechaza.' },
  activation: 'Usuarios nuevos',
  later: {
    label: 'Añadir para más tarde',
    text: 'No se envía ningún correo. Actívelos cuando deban empezar.',
  },
  now: { label: 'Invitar ahora', text: 'Cada uno recibe un correo con un enlace.' },
  check: 'Comprobar el archivo',
  checking: 'Comprobando el archivo',
  importing: 'Importando usuarios',
  progress: (lines: number, percent: number) =>
    `${plural(lines, { one: '# línea', other: '# líneas' })}, ${number(percent)} %`,
  stop: 'Detener',
  stopping: 'Se detiene tras las líneas en curso.',
  checkedTitle: 'Esto haría la importación',
  doneTitle: 'Importación terminada',
  stoppedTitle: 'Importación detenida',
  brokenOffTitle: 'Importación interrumpida',
  foreseen: {
    created: (count: number) => plural(count, { one: '# se añadiría', other: '# se añadirían' }),
    updated: (count: number) => plural(count, { one: '# se cambiaría', other: '# se cambiarían' }),
    unchanged: (count: number) => plural(count, { one: '# ya está así', other: '# ya están así' }),
    refused: (count: number) =>
      plural(count, { one: '# se rechazaría', other: '# se rechazarían' }),
    unknown: (count: number) => `${number(count)} sin saberse`,
  },
  became: {
    created: (count: number) => plural(count, { one: '# añadido', other: '# añadidos' }),
    updated: (count: number) => plural(count, { one: '# cambiado', other: '# cambiados' }),
    unchanged: (count: number) => plural(count, { one: '# ya está así', other: '# ya están así' }),
    refused: (count: number) => plural(count, { one: '# rechazada', other: '# rechazadas' }),
    unknown: (count: number) => `${number(count)} sin saberse`,
  },
  outcome: {
    created: 'Nuevo',
    updated: 'Cambio',
    unchanged: 'Ya está así',
    refused: 'Rechazada',
    unknown: 'Sin saberse',
  },
  nothing: 'No hay líneas bajo los encabezados.',
  stoppedText:
    'No se llegó a las demás líneas. Vuelva a importar el archivo para continuar; se avisará de quién ya existe.',
  unknownText:
    'El servidor no respondió por algunas líneas. Vuelva a importar el archivo: se avisará de quién se añadió.',
  lines: 'Líneas del archivo',
  line: (line: number) => `Línea ${number(line)}`,
  more: (count: number) => plural(count, { one: 'Y # línea más.', other: 'Y # líneas más.' }),
  download: (count: number) =>
    plural(count, { one: 'Descargar # línea rechazada', other: 'Descargar # líneas rechazadas' }),
  downloadName: 'rechazadas.csv',
  downloadHint: 'Corríjalas ahí e importe ese archivo.',
  confirm: (count: number) =>
    plural(count, { one: 'Importar # usuario', other: 'Importar # usuarios' }),
  nothingToImport: 'Ninguna línea del archivo cambiaría nada.',
  back: 'Atrás',
  close: 'Cerrar',
  told: (created: number, updated: number) =>
    `${plural(created, { one: '# usuario añadido', other: '# usuarios añadidos' })}, ${plural(updated, { one: '# cambiado', other: '# cambiados' })}.`,
  leaving: {
    title: '¿Salir de la importación?',
    text: 'Lo comprobado no se ha importado.',
    keep: 'Quedarse',
    leave: 'Salir',
  },
  refusal: {
    empty:
      'El archivo está vacío. Su primera línea debe contener los encabezados, como Username, First name, Last name y E-mail.',
    not_text:
      'No es un archivo CSV. Ábralo en la hoja de cálculo de la que procede y guárdelo como «CSV UTF-8».',
    not_utf8:
      'El archivo tiene una codificación antigua, en la que letras como é o ł saldrían mal. Guárdelo como «CSV UTF-8» y elíjalo de nuevo.',
    unknown_headings: (headings: string, known: string) =>
      `No se conocen estos encabezados: ${headings}. Quítelos o cámbieles el nombre. Se conocen: ${known}.`,
    missing_headings: (headings: string) =>
      `Faltan estas columnas: ${headings}. Añádalas en la primera línea del archivo.`,
    repeated_headings: (headings: string) =>
      `Estos encabezados aparecen dos veces: ${headings}. Deje una columna de cada uno.`,
    broken_quotes: (line: number) =>
      `Las comillas de la línea ${number(line)} no casan, así que lo que sigue no se puede leer. Escriba dos por una dentro de una celda y elija de nuevo el archivo.`,
  },
  export: {
    title: (count: number) =>
      plural(count, { one: '¿Exportar # usuario?', other: '¿Exportar # usuarios?' }),
    titleAtLeast: (count: number) => `¿Exportar ${number(count)} usuarios o más?`,
    text: 'Como archivo CSV para hojas de cálculo, con nombres, direcciones, roles y estado.',
    confirm: 'Exportar',
    progress: (count: number) =>
      plural(count, { one: '# usuario hasta ahora', other: '# usuarios hasta ahora' }),
    done: (count: number) =>
      plural(count, { one: '# usuario exportado.', other: '# usuarios exportados.' }),
    fileName: 'usuarios.csv',
  },
  refusalTitle: 'Este archivo no se puede leer',
}
