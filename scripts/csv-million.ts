// How much memory a file of a million people takes (features row 32): reads one against a client
// that answers at once, which shows what the file alone takes; imports so many of its lines into
// SQLite; and exports a roster of so many people. The highest figures that Node saw. Reports;
// judges nothing. Run by `pnpm csv-million`, with `--lines`, `--imported` and `--people` for other
// numbers.
import { appendFileSync, createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportUsers, importUsers, type ImportChoices } from '@rosterkit/adapters/csv'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import { contract, createRoster, type RosterClient } from '@rosterkit/core'
import { population, seed } from '../bench/people.ts'

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000' },
    imported: { type: 'string', default: '20000' },
    people: { type: 'string', default: '1000000' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'csv-million-'))
const file = join(folder, 'users.csv')

/**
 * Runs a stage that tells of each line, and says how quickly it went and how much memory there ever
 * was.
 */
async function measured(stage: string, lines: AsyncIterable<string>): Promise<void> {
  const begun = performance.now()
  const counts: Record<string, number> = {}
  let seen = 0
  let [resident, heap] = [0, 0]
  for await (const what of lines) {
    counts[what] = (counts[what] ?? 0) + 1
    if (++seen % 500 !== 0) continue
    const memory = process.memoryUsage()
    resident = Math.max(resident, memory.rss)
    heap = Math.max(heap, memory.heapUsed)
    if (seen % 100_000 === 0)
      console.log(
        `  ${stage}, line ${seen}: ${Math.round(memory.rss / 1e6)} MB resident, ${Math.round(memory.heapUsed / 1e6)} MB heap`,
      )
  }
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `${stage}: ${JSON.stringify(counts)} in ${seconds.toFixed(0)} s, ${Math.round(seen / seconds)} a second; at most ${Math.round(resident / 1e6)} MB resident, ${Math.round(heap / 1e6)} MB heap`,
  )
}

async function* exporting(client: RosterClient): AsyncGenerator<string> {
  for await (const part of exportUsers(client, { sort: 'userName' })) {
    appendFileSync(join(folder, 'exported.csv'), part)
    yield* Array<string>(part.split('\r\n').length - 1).fill('line')
  }
}

async function* importing(
  client: RosterClient,
  choices: ImportChoices,
  most = Infinity,
): AsyncGenerator<string> {
  let seen = 0
  for await (const { outcome } of importUsers(client, createReadStream(file), choices)) {
    yield outcome
    if (++seen === most) return
  }
}

/** A client that says of every record at once that nothing is to be done. */
function answering(client: RosterClient): RosterClient {
  const call: RosterClient['call'] = async (operation, input, options) => {
    if (operation.name !== contract.users.import.name) return client.call(operation, input, options)
    return {
      items: (input as { records: readonly unknown[] }).records.map(() => ({
        outcome: 'unchanged',
        userId: '',
      })),
    } as never
  }
  return { ...client, call }
}

/** Writes a file of people. */
function write(lines: number): void {
  let text = 'Username,First name,Last name,E-mail,Phone numbers,User type\r\n'
  for (let line = 0; line < lines; line++) {
    text += `user.${line},Given${line % 977},"Family, ${line % 9973}",user.${line}@example.com,'+44 20 ${1_000_000 + line},Staff\r\n`
    if (line % 10_000 !== 9_999 && line !== lines - 1) continue
    appendFileSync(file, text)
    text = ''
  }
  console.log(`a file of ${lines} lines: ${Math.round(statSync(file).size / 1e6)} MB`)
}

try {
  write(Number(values.lines))
  const other = createRoster({ storage: await sqliteStorage({ file: join(folder, 'other.db') }) })
  const { organizationId, administratorId } = await other.bootstrap({
    organizationName: 'Platform',
    administrator: {
      userName: 'root',
      name: { givenName: 'Root', familyName: 'Keeper' },
      emails: [{ value: 'root@example.com', primary: true }],
    },
  })
  const importer = other.as({ userId: administratorId! })
  await measured('reading', importing(answering(importer), { organizationId }))
  await measured('import', importing(importer, { organizationId }, Number(values.imported)))
  const storage = await sqliteStorage({ file: join(folder, 'full.db') })
  const crowd = population(Number(values.people))
  await seed(storage, crowd)
  const client = createRoster({ storage }).as({ userId: crowd.administrators.platform.id })
  await measured('export', exporting(client))
  console.log(
    `the exported file: ${Math.round(statSync(join(folder, 'exported.csv')).size / 1e6)} MB`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
