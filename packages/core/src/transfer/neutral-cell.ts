// What a spreadsheet calculates instead of showing it, also in the wide forms of East Asian
// keyboards and after quotation marks and spaces.
const formula = /^["'\p{Zs}\uFEFF]*[=+\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20]/u
const onlyQuotes = /^["'\p{Zs}\uFEFF]*$/u
// A spreadsheet that divides by other signs than the file finds further cells inside of one.
const dividers = /([,;\t\r\n])/
const invisible = ['\t', '\r', '\n']

/**
 * Makes a cell harmless in a spreadsheet: an apostrophe before anything that it would take for a
 * formula (OWASP, CSV Injection; docs/security.md, row 58). {@link restored} returns exactly what
 * was there.
 */
export function neutralized(text: string): string {
  return inParts(text, (part, evaluated) => (evaluated(part) ? `'${part}` : part))
}

/**
 * What a cell contained before {@link neutralized}. A cell that was typed without the apostrophe
 * stays as it is.
 */
export function restored(cell: string): string {
  return inParts(cell, (part, evaluated) =>
    part.startsWith("'") && evaluated(part.slice(1)) ? part.slice(1) : part,
  )
}

function inParts(
  text: string,
  change: (part: string, evaluated: (part: string) => boolean) => string,
): string {
  const parts = text.split(dividers)
  // A cell that begins with a tab or a line end is trimmed before it is judged, so what follows
  // would begin it.
  const trimmed = invisible.includes(parts[1] ?? '')
  return parts
    .map((part, index) =>
      index % 2 === 1
        ? part
        : change(
            part,
            (rest) => formula.test(rest) || (index === 0 && trimmed && onlyQuotes.test(rest)),
          ),
    )
    .join('')
}
