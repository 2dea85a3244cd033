// How much memory a file of a million people takes (features row 32): exports a roster of that many from SQLite, reads the file back against a client that answers at once, which shows what the file alone takes, and
// imports so many of its lines into a roster of its own. The highest figures that Node saw. Reports; judges nothing.
// Run by `pnpm csv-million` [--people 1000000] [--imported 20000]
import { appendFileSync, createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { exportUsers, importUsers, type ImportChoices } from '@rosterkit/adapters/csv'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import { contract, createRoster, type RosterClient } from '@rosterkit/core'
import { population, seed } from '../bench/people.ts'

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000000' }, imported: { type: 'string', default: '20000' } } })
const folder = mkdtempSync(join(tmpdir(), 'csv-million-'))
const file = join(folder, 'users.csv')

/** Runs a stage that tells of each line, and says how quickly it went and how much memory there ever was. */
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
    if (seen % 100_000 === 0) console.log(`  ${stage}, line ${seen}: ${Math.round(memory.rss / 1e6)} MB resident, ${Math.round(memory.heapUsed / 1e6)} MB heap`)
  }
  const seconds = (performance.now() - begun) / 1000
  console.log(`${stage}: ${JSON.stringify(counts)} in ${seconds.toFixed(0)} s, ${Math.round(seen / seconds)} a second; at most ${Math.round(resident / 1e6)} MB resident, ${Math.round(heap / 1e6)} MB heap`)
}

async function* exporting(client: RosterClient): AsyncGenerator<string> {
  for await (const part of exportUsers(client, { sort: 'userName' })) {
    appendFileSync(file, part)
    yield* Array<string>(part.split('\r\n').length - 1).fill('line')
  }
}

async function* importing(client: RosterClient, choices: ImportChoices, most = Infinity): AsyncGenerator<string> {
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
    return { items: (input as { records: readonly unknown[] }).records.map(() => ({ outcome: 'unchanged', userId: '' })) } as never
  }
  return { ...client, call }
}

try {
  const storage = await sqliteStorage({ file: join(folder, 'full.db') })
  const crowd = population(Number(values.people))
  await seed(storage, crowd)
  const client = createRoster({ storage }).as({ userId: crowd.administrators.platform.id })
  await measured('export', exporting(client))
  console.log(`the file: ${Math.round(statSync(file).size / 1e6)} MB`)
  await measured('reading it', importing(answering(client), {}))
  const other = await sqliteStorage({ file: join(folder, 'other.db') })
  const { organizations, administrators } = crowd
  await seed(other, { ...crowd, organizations, administrators, people: () => [] })
  await measured('import', importing(createRoster({ storage: other }).as({ userId: administrators.platform.id }), {}, Number(values.imported)))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
