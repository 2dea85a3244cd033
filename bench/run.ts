// Measures whole product calls beside what the database itself needs for the same, in one
// interleaved run. See README.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createRoster, type Storage } from '@rosterkit/core'
import { postgresStorage } from '@rosterkit/adapters/postgres'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import { startPostgres } from '../tests/pg-setup.ts'
import { postgresLimit, sqliteLimit, type Limit } from './limits.ts'
import { measure, type Line, type Sides } from './measure.ts'
import type { Peer } from './peers/better-auth.ts'
import { population, seed, seededAtOnce, surveyedAt, type Population } from './people.ts'
import { importCost } from './import-cost.ts'
import { substrings } from './substrings.ts'

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '10000,100000' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '60' },
    peers: { type: 'boolean', default: false },
  },
})
const sizes = values.users.split(',').map(Number)
const rounds = Number(values.rounds)
const directory = mkdtempSync(join(tmpdir(), 'rosterkit-bench-'))
const lines: Line[] = []

const peers = values.peers ? await import('./peers/better-auth.ts') : null
lines.push(...importCost(10))

for (const size of sizes) {
  if (values.only !== 'postgres') await sqlite(size)
  if (values.only !== 'sqlite') await postgres(size)
}
rmSync(directory, { recursive: true })
report()

async function sqlite(size: number): Promise<void> {
  const file = join(directory, `${size}.db`)
  const people = population(size)
  const seeding = await sqliteStorage({ file, synchronous: 'normal' })
  const rate = await seed(seeding, people)
  await seeding.close()
  const storage = await sqliteStorage({ file })
  const limit = sqliteLimit(file, 'full')
  const peer = await peers?.betterAuthOnSqlite(join(directory, `${size}-peer.db`), people.people())
  await lists('SQLite', size, storage, people, limit, rate, peer)
  await locks('SQLite, FULL', size, storage, people, limit, [1], peer)
  await peer?.close()
  await storage.close()
  await limit.close()
  const relaxed = await sqliteStorage({ file, synchronous: 'normal' })
  const relaxedLimit = sqliteLimit(file, 'normal')
  await locks('SQLite, NORMAL', size, relaxed, people, relaxedLimit, [1])
  await relaxed.close()
  await relaxedLimit.close()
}

async function postgres(size: number): Promise<void> {
  const server = await startPostgres({
    durable: true,
    settings: ['shared_buffers=1GB', 'max_wal_size=4GB'],
  })
  const storage = await postgresStorage({ url: server.url })
  const people = population(size)
  const rate = await seed(storage, people)
  const limit = postgresLimit(server.url)
  await limit.settle()
  const peer = await peers?.betterAuthOnPostgres(server.url, people.people())
  await lists('PostgreSQL', size, storage, people, limit, rate, peer)
  await locks('PostgreSQL', size, storage, people, limit, [1, 8], peer)
  await peer?.close()
  await storage.close()
  await limit.close()
  await server.stop()
}

async function lists(
  database: string,
  size: number,
  storage: Storage,
  people: Population,
  limit: Limit,
  rate: number,
  peer: Peer | undefined,
): Promise<void> {
  lines.push({
    database,
    users: size,
    line: `people added a second, ${seededAtOnce} a transaction`,
    ours: rate,
    limit: null,
    unit: 'a second',
  })
  const began = performance.now()
  let streamed = 0
  for await (const { users } of storage.streamUsers({
    withinOrganizationIds: [people.platform.id],
    at: new Date().toISOString(),
    sort: 'familyName',
    direction: 'ascending',
  }))
    streamed += users.length
  lines.push({
    database,
    users: size,
    line: 'people streamed a second, with their roles',
    ours: streamed / ((performance.now() - began) / 1000),
    limit: null,
    unit: 'a second',
  })
  const roster = createRoster({ storage, clock: { now: () => surveyedAt } })
  const as = (who: keyof Population['administrators']) =>
    roster.as({ userId: people.administrators[who].id })
  const page = { limit: 25 } as const

  // Once through to 90 % depth, by the pages that a caller would turn.
  let cursor: string | undefined
  let position = 0
  for (const step = 100; position + step <= size * 0.9; position += step) {
    const turned = await as('platform').users.list({
      limit: step,
      ...(cursor === undefined ? {} : { cursor }),
    })
    cursor = turned.nextCursor ?? undefined
    if (position % 10_000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  const after = await limit.positionAt(position)

  const cases: Record<string, Sides> = {
    'first sorted page + count': {
      ours: () => as('platform').users.list(page),
      limit: () => limit.firstPage(),
      peer: peer && (() => peer.firstPage()),
    },
    'page at 90 % depth + count': {
      ours: () =>
        as('platform').users.list({ ...(cursor === undefined ? {} : { cursor }), limit: 100 }),
      limit: () => limit.pageAfter(after, 101),
      peer: peer && (() => peer.pageAt(position)),
    },
    'first page, sorted by status': {
      ours: () => as('platform').users.list({ ...page, sort: 'status' }),
    },
    'first page, only the locked': {
      ours: () => as('platform').users.list({ ...page, status: ['LOCKED_BY_ADMIN'] }),
    },
    'first page, sorted by role': {
      ours: () => as('platform').users.list({ ...page, sort: 'role' }),
    },
    'first page, only the dormant + count': {
      ours: () => as('platform').users.list({ ...page, dormant: true }),
    },
    'first page, only those who are to enrol again + count': {
      ours: () => as('platform').users.list({ ...page, mfa: ['again'] }),
    },
    'first page, only those whose access is about to end + count': {
      ours: () => as('platform').users.list({ ...page, expiring: true }),
    },
    'how many people have each status': {
      ours: () => as('platform').users.count({ facet: 'status' }),
    },
    'first page of a distributor (a tenth)': { ours: () => as('distributor').users.list(page) },
    'first page of a tenant (500)': { ours: () => as('tenant').users.list(page) },
  }
  for (const [line, sides] of Object.entries(cases)) {
    lines.push({ database, users: size, line, unit: 'ms', ...(await measure(rounds, sides)) })
  }

  const typed = substrings(people, 300)
  const search = await measure(typed.length, {
    ours: (round) => as('platform').users.list({ ...page, search: typed[round]! }),
    limit: (round) => limit.search(typed[round]!),
    peer: peer && ((round) => peer.search(typed[round]!)),
  })
  const at = (sorted: readonly number[], part: number) =>
    sorted[Math.ceil(part * sorted.length) - 1] ?? null
  for (const [name, part] of [
    ['median', 0.5],
    ['95 %', 0.95],
    ['slowest', 1],
  ] as const)
    lines.push({
      database,
      users: size,
      line: `search of 1 to 8 characters + count, ${name}`,
      unit: 'ms',
      ours: at(search.times.ours, part)!,
      limit: at(search.times.limit, part),
      peer: at(search.times.peer, part),
    })
}

async function locks(
  database: string,
  size: number,
  storage: Storage,
  people: Population,
  limit: Limit,
  atOnce: readonly number[],
  peer?: Peer,
): Promise<void> {
  const roster = createRoster({ storage })
  const administrator = roster.as({ userId: people.administrators.platform.id })
  const subjects = [...people.people()]
    .filter(({ user }) => user.locks.length === 0)
    .map(({ user }) => user)
  for (const clients of atOnce) {
    const calls = rounds * 8
    const run = async (offset: number, calls: number, act: (index: number) => Promise<unknown>) => {
      let next = 0
      const began = performance.now()
      await Promise.all(
        Array.from({ length: clients }, async () => {
          while (next < calls) await act(offset + next++)
        }),
      )
      return calls / ((performance.now() - began) / 1000)
    }
    // Whoever is taken comes from all over the roster, so that neighbours do not stand in one
    // another's way.
    const subject = (index: number) => subjects[(index * 7919) % subjects.length]!
    const ours: number[] = []
    const raw: number[] = []
    const others: number[] = []
    for (let round = 0; round < 3; round++) {
      ours.push(
        await run(round * calls, calls, (index) =>
          administrator.users.lock({ userId: subject(index).id, reason: 'Measured.' }),
        ),
      )
      raw.push(await run(round * calls, calls, (index) => limit.lock(subject(index + 500_000).id)))
      if (peer)
        others.push(await run(round * calls, calls / 8, (index) => peer.lock(subject(index).id)))
    }
    lines.push({
      database,
      users: size,
      line: `lock, ${clients} at a time`,
      unit: 'a second',
      ours: ours.sort((a, b) => a - b)[1]!,
      limit: raw.sort((a, b) => a - b)[1]!,
      peer: others.sort((a, b) => a - b)[1] ?? null,
    })
  }
}

function report(): void {
  const round = (value: number | null) =>
    value === null ? '' : value >= 100 ? value.toFixed(0) : value.toFixed(3)
  for (const database of new Set(lines.map((line) => `${line.database} ${line.users}`))) {
    console.log(
      `\n| ${database} users | ours | the database alone | ratio | better-auth | ratio |\n|---|--:|--:|--:|--:|--:|`,
    )
    for (const { line, ours, limit, peer = null, unit } of lines.filter(
      (one) => `${one.database} ${one.users}` === database,
    )) {
      const ratio = (other: number | null) =>
        other === null
          ? ''
          : unit === 'a second'
            ? `${((ours / other) * 100).toFixed(0)} %`
            : `${(ours / other).toFixed(ours < other ? 3 : 1)} ×`
      console.log(
        `| ${line} (${unit}) | ${round(ours)} | ${round(limit)} | ${ratio(limit)} | ${round(peer)} | ${ratio(peer)} |`,
      )
    }
  }
  mkdirSync(new URL('results/', import.meta.url), { recursive: true })
  const at = new Date().toISOString()
  const path = new URL(`results/${at.replaceAll(':', '-')}.json`, import.meta.url)
  writeFileSync(
    path,
    JSON.stringify(
      {
        at,
        node: process.version,
        processor: cpus()[0]?.model,
        cores: cpus().length,
        lines: lines.map(({ times: _, ...line }) => line),
      },
      null,
      2,
    ),
  )
}
