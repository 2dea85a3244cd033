import {
  exportFile,
  importFile,
  openUserFile,
  type ExportedUsers,
  type ImportChoices,
  type LineOutcome,
  type RosterClient,
  type UserFile,
} from '@rosterkit/core'
import Papa from 'papaparse'

/**
 * A CSV file: its text, or its bytes or text in parts, such as `createReadStream(path)` or the body
 * of a request.
 */
export type CsvSource = string | AsyncIterable<Uint8Array | string>

/**
 * Exports people as CSV, for a spreadsheet or another system (features row 32): those whom a filter
 * of `users.list` matches, in its order, or people by id. Comes in parts of a hundred lines, so a
 * million fit in memory: write each as it comes, or hand it to `Readable.from`. Cells that a
 * spreadsheet would calculate are made harmless, and {@link importUsers} restores them. Works with
 * a client over HTTP and one in process; rejects with the client's `OperationError`.
 * @example await pipeline(Readable.from(exportUsers(client, { status: ['ACTIVE'] })),
 *   createWriteStream('users.csv'))
 */
export async function* exportUsers(
  client: RosterClient,
  users?: ExportedUsers,
  options?: Pick<ImportChoices, 'signal'>,
): AsyncGenerator<string> {
  for await (const { text } of exportFile(client, users, options)) yield text
}

/**
 * Imports people from CSV and tells what becomes of each line, in the order of the file, as it goes
 * (features row 32). With `dryRun` nothing is changed. Up to a hundred lines travel in one call;
 * nothing of the file is kept but its usernames. Throws a `FileRefusal`, before anything is
 * imported, for a file that cannot be read or has unknown headings, and the client's
 * `OperationError` where the import as a whole is refused or the server falls silent; what was told
 * before then stands.
 * @example for await (const { line, outcome } of importUsers(client, createReadStream('users.csv'),
 *   { organizationId, onExisting: 'update' })) console.log(line, outcome)
 */
export async function* importUsers(
  client: RosterClient,
  source: CsvSource,
  choices?: ImportChoices,
): AsyncGenerator<LineOutcome> {
  yield* importFile(client, await openCsvFile(source), choices)
}

/**
 * Reads the headings of a CSV file of people, and gives its lines to be read on; see
 * {@link importUsers} for what it throws.
 */
export function openCsvFile(source: CsvSource): Promise<UserFile> {
  return openUserFile(typeof source === 'string' ? inParts(source) : source, Papa)
}

async function* inParts(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += partSize) yield text.slice(at, at + partSize)
}

const partSize = 65_536
