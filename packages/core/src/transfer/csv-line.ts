import { neutralized } from './neutral-cell.js'

/** Begins a file, so that spreadsheets read it as UTF-8. */
export const byteOrderMark = '\uFEFF'

/**
 * One line of a file: every cell quoted (RFC 4180), so that no other sign divides it for a
 * spreadsheet that expects one, and {@link neutralized}.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${neutralized(cell).replaceAll('"', '""')}"`).join(',')}\r\n`
}
