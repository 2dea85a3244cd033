/** Why a file cannot be read at all, with what it is about. */
export interface FileRefusalDetails {
  /** There is nothing in it. */
  readonly empty: Record<string, never>
  /** A workbook, an archive, a picture: no text. */
  readonly not_text: Record<string, never>
  /** Text in an old encoding, whose letters would come out wrong. */
  readonly not_utf8: Record<string, never>
  readonly unknown_headings: {
    readonly headings: readonly string[]
    readonly known: readonly string[]
  }
  readonly missing_headings: { readonly headings: readonly string[] }
  readonly repeated_headings: { readonly headings: readonly string[] }
  /**
   * For a quotation mark that isn't closed, or is alone in a cell: what follows can't be told
   * apart.
   */
  readonly broken_quotes: { readonly line: number }
}

/** Why a file cannot be read at all. */
export type FileRefusalCode = keyof FileRefusalDetails

const sentences: { readonly [C in FileRefusalCode]: (details: FileRefusalDetails[C]) => string } = {
  empty: () =>
    'The file is empty. Its first line must hold the headings, such as Username, First name, Last name and E-mail.',
  not_text: () =>
    'This is not a CSV file. Open it in the spreadsheet that it comes from, and save it as “CSV UTF-8”.',
  not_utf8: () =>
    'The file is in an old encoding, in which letters such as é or ł would come out wrong. Save it as “CSV UTF-8” and choose it again.',
  unknown_headings: ({ headings, known }) =>
    `These headings are not known: ${headings.join(', ')}. Remove or rename them. Known are: ${known.join(', ')}.`,
  missing_headings: ({ headings }) =>
    `These columns are missing: ${headings.join(', ')}. Add them to the first line of the file.`,
  repeated_headings: ({ headings }) =>
    `These headings stand there twice: ${headings.join(', ')}. Keep one column of each.`,
  broken_quotes: ({ line }) =>
    `The quotation marks in line ${line} do not match, so what follows cannot be read. Write two for one inside a cell, and choose the file again.`,
}

/**
 * A file that cannot be read, as readers throw it. Recognize it with {@link isFileRefusal} and
 * compare `code`.
 */
export class FileRefusal<C extends FileRefusalCode = FileRefusalCode> extends Error {
  override readonly name = 'FileRefusal'

  constructor(
    readonly code: C,
    readonly details: FileRefusalDetails[C],
  ) {
    super(sentences[code](details))
  }
}

/** Whether the value is the refusal of a file, by its shape. */
export function isFileRefusal(value: unknown): value is FileRefusal {
  return (
    value instanceof Error && value.name === 'FileRefusal' && 'code' in value && 'details' in value
  )
}
