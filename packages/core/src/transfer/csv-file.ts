import { FileRefusal } from './file-refusal.js'
import { restored } from './neutral-cell.js'
import { columnOf, problemHeading, userColumns, type UserColumn } from './user-columns.js'

/**
 * The part of Papa Parse that is used here. The host passes it in, so that this package needs no
 * parser.
 */
export interface CsvParser {
  readonly Parser: new (config: {
    readonly delimiter: string
    readonly newline: '\r' | '\n' | '\r\n'
  }) => {
    parse(
      input: string,
      baseIndex: number,
      ignoreLastRow: boolean,
    ): {
      readonly data: readonly (readonly string[])[]
      readonly errors: readonly { readonly row?: number | undefined }[]
      readonly meta: { readonly cursor: number }
    }
  }
}

/** One line of a file of users. */
export interface FileLine {
  /** Its number in the file, as an editor counts; the headings are line 1. */
  readonly line: number
  /** The cells, in the order of the file's columns. */
  readonly cells: readonly string[]
}

/** A file whose headings have been read. */
export interface UserFile {
  /** Its columns, in their order. */
  readonly columns: readonly UserColumn[]
  /**
   * The lines below the headings; empty ones are left out. Read once, as far as they are asked for,
   * so that a file of any size fits in memory.
   */
  readonly lines: AsyncIterable<FileLine>
}

/** More characters than the longest line of a file of users has. */
const maxLineLength = 1_000_000

const delimiters = [',', ';', '\t']

/**
 * Opens a CSV file of users: bytes in UTF-8 or UTF-16, or text; divided by commas, semicolons or
 * tabs, as spreadsheets of different countries write them; with columns in any order. Throws a
 * {@link FileRefusal} that says what to do for a file that cannot be read, for unknown headings for
 * a file without usernames; and later where quotation marks do not match.
 */
export async function openUserFile(
  source: AsyncIterable<Uint8Array | string>,
  csv: CsvParser,
): Promise<UserFile> {
  const chunks = textOf(source)[Symbol.asyncIterator]()
  let head = ''
  // The headings may arrive in several chunks.
  while (!/[^\r\n](?:\n|\r[^])/.test(head) && head.length < maxLineLength) {
    const next = await chunks.next()
    if (next.done) break
    head += next.value
  }
  const syntax = syntaxOf(head, csv)
  const lines = linesOf(head, chunks, new csv.Parser(syntax))
  const first = await lines.next()
  if (first.done) throw new FileRefusal('empty', {})
  const columns = columnsOf(first.value.cells)
  return { columns, lines }
}

async function* textOf(source: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  for await (const chunk of source) {
    if (typeof chunk !== 'string') decoder ??= decoderOf(chunk)
    yield readable(typeof chunk === 'string' ? chunk : decoded(decoder!, chunk))
  }
  if (decoder) yield readable(decoded(decoder))
}

function decoderOf(chunk: Uint8Array): TextDecoder {
  const [first, second] = chunk
  // Excel’s “Unicode text” is UTF-16 with its mark.
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8'
  // Workbooks, archives and pictures hold it; text never does.
  if (encoding === 'utf-8' && chunk.includes(0)) throw new FileRefusal('not_text', {})
  return new TextDecoder(encoding, { fatal: true })
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new FileRefusal('not_utf8', {})
  }
}

function readable(text: string): string {
  if (text.includes('\u0000')) throw new FileRefusal('not_text', {})
  return text
}

/**
 * How the file is written: by the line ends of its beginning, and the sign that divides most of its
 * headings as known ones.
 */
function syntaxOf(
  head: string,
  csv: CsvParser,
): { readonly delimiter: string; readonly newline: '\r' | '\n' | '\r\n' } {
  const newline = head.includes('\r\n')
    ? '\r\n'
    : head.includes('\n')
      ? '\n'
      : head.includes('\r')
        ? '\r'
        : '\n'
  const known = delimiters.map(
    (delimiter) =>
      new csv.Parser({ delimiter, newline })
        .parse(head.replace(/^\uFEFF?[\r\n]*/, ''), 0, false)
        .data[0]?.filter((heading) => columnOf(heading)).length ?? 0,
  )
  return { delimiter: delimiters[known.indexOf(Math.max(...known))]!, newline }
}

async function* linesOf(
  head: string,
  chunks: AsyncIterator<string>,
  parser: InstanceType<CsvParser['Parser']>,
): AsyncGenerator<FileLine> {
  let rest = head.replace(/^\uFEFF/, '')
  let line = 1
  for (let ended = false; !ended;) {
    const next = await chunks.next()
    ended = next.done === true
    if (!next.done) rest += next.value
    const { data, errors, meta } = parser.parse(rest, 0, !ended)
    const broken = Math.min(...errors.map(({ row }) => row ?? 0))
    for (const [index, cells] of data.entries()) {
      if (index === broken) throw new FileRefusal('broken_quotes', { line })
      // A file ends with a line end, after which there is nothing.
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells: cells.map(restored) }
      line +=
        1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    }
    rest = ended ? '' : rest.slice(meta.cursor)
    if (rest.length > maxLineLength) throw new FileRefusal('broken_quotes', { line })
  }
}

function columnsOf(headings: readonly string[]): readonly UserColumn[] {
  const columns = headings.map(columnOf)
  const unknown = headings.filter((_, index) => !columns[index])
  if (unknown.length > 0)
    throw new FileRefusal('unknown_headings', {
      headings: unknown.map(shown),
      known: userColumns
        .map(({ heading }) => heading)
        .filter((heading) => heading !== problemHeading),
    })
  const repeated = headings.filter((_, index) => columns.indexOf(columns[index]) !== index)
  if (repeated.length > 0)
    throw new FileRefusal('repeated_headings', { headings: repeated.map(shown) })
  if (!columns.some((column) => column?.field === 'userName'))
    throw new FileRefusal('missing_headings', { headings: ['Username'] })
  return columns.filter((column) => column !== undefined)
}

/** A heading in a sentence; what is no CSV at all may have a very long one. */
const shown = (heading: string) => `“${heading.trim().slice(0, 40)}”`
