import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createRoster, type AuditEvent, type Storage } from '@rosterkit/core'
import { foldForSearch, type Page, type Position, type User } from '@rosterkit/core/ports'
import { postgresStorage } from '@rosterkit/adapters/postgres'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import SqliteDatabase from 'better-sqlite3'
import { build, type Plugin } from 'esbuild'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { sourceAlias } from '../../scripts/source-alias.ts'

// A process that writes is killed at any moment, again and again over the same database, and what
// it leaves is looked at each time. KILLS=60 makes a long run of it: scripts/kill-run.mjs.
const kills = Number(process.env['KILLS'] ?? 6)
vi.setConfig({ testTimeout: 30_000 + kills * 5_000 })

// Inside the checkout, so that the drivers are found.
const bundles = fileURLToPath(
  new URL('../../node_modules/.cache/rosterkit-kills/', import.meta.url),
)
const child = join(bundles, `child-${process.pid}.mjs`)
const directory = mkdtempSync(join(tmpdir(), 'rosterkit-kills-'))
const schema = `kills_${process.pid}`
const pool = new pg.Pool({ connectionString: inject('postgresUrl'), max: 2 })

beforeAll(async () => {
  mkdirSync(bundles, { recursive: true })
  await build({
    entryPoints: [fileURLToPath(new URL('kill-child.ts', import.meta.url))],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    external: ['better-sqlite3', 'pg'],
    logLevel: 'silent',
    plugins: [fromSources],
  })
})

afterAll(async () => {
  rmSync(directory, { recursive: true })
  rmSync(child, { force: true })
  await pool.query(`drop schema if exists ${schema} cascade`)
  await pool.end()
})

/** Bundles the packages' sources, as the tests themselves run. */
const fromSources: Plugin = {
  name: 'from sources',
  setup(bundler) {
    bundler.onResolve({ filter: /^@rosterkit\// }, ({ path }) => {
      const { find, replacement } = sourceAlias.find((alias) => alias.find.test(path))!
      return { path: path.replace(find, replacement) }
    })
  },
}

type Deed = 'created' | 'renamed' | 'locked' | 'deleted'

/** What the killed processes were told had been done, by person. */
type Acknowledged = Map<string, Set<Deed>>

/** The ids of the mails that the world outside has taken, with their address. */
const mailed = new Map<string, string>()

/**
 * Starts a writer and kills it: sometimes wherever it happens to be, otherwise a moment after it
 * has had something confirmed and something mailed.
 */
async function writeUntilKilled(
  kind: string,
  place: string,
  run: number,
  acknowledged: Acknowledged,
): Promise<void> {
  const writer = spawn(process.execPath, [child, kind, place, String(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const kill = () => void writer.kill('SIGKILL')
  if (run % 3 === 0) setTimeout(kill, 60 + Math.random() * 240)
  const toCome = new Set<string>(['created', 'mailed'])
  for await (const line of createInterface(writer.stdout)) {
    const [deed, id, address] = line.split(' ') as [Deed | 'writing' | 'mailed', string, string]
    if (deed === 'mailed') {
      if ((mailed.get(id) ?? address) !== address) throw new Error(`${id} went to two addresses.`)
      mailed.set(id, address)
    } else if (deed !== 'writing')
      acknowledged.set(id, (acknowledged.get(id) ?? new Set()).add(deed))
    if (run % 3 !== 0 && toCome.delete(deed) && toCome.size === 0)
      setTimeout(kill, Math.random() * 120)
  }
}

/** Says what is missing, half there, or there without having been written down. */
async function faults(storage: Storage, acknowledged: Acknowledged): Promise<string[]> {
  const found: string[] = []
  const [root] = await storage.read((tx) => tx.organizations.roots())
  if (!root) return acknowledged.size > 0 ? ['everything is gone'] : []
  const roster = createRoster({ storage })
  const verification = await roster.as('system').audit.verify({ organizationId: root.id })
  if (!verification.whole) found.push(`the chain breaks at ${verification.firstBroken?.sequence}`)
  const events = await storage.read((tx) => Array.fromAsync(tx.audit.chain(root.id)))
  const eventsOf = Map.groupBy(
    events.filter(({ outcome }) => outcome === 'succeeded'),
    ({ subject }) => subject?.id ?? '',
  )
  const head = await storage.read((tx) => tx.audit.head(root.id))
  if (head?.sequence !== events.length)
    found.push(`the head is at ${head?.sequence}, and there are ${events.length} events`)

  const people = new Map<string, User>()
  let after: Position | null = null
  do {
    const page: Page<User> = await storage.read((tx) =>
      tx.users.list({
        withinOrganizationIds: [root.id],
        at: new Date().toISOString(),
        sort: 'createdAt',
        direction: 'ascending',
        after,
        limit: 500,
      }),
    )
    for (const user of page.items) people.set(user.id, user)
    after = page.next
  } while (after !== null)

  for (const id of acknowledged.keys())
    if (!people.has(id)) found.push(`${id} was confirmed and is gone`)
  for (const user of people.values()) {
    const told = acknowledged.get(user.id) ?? new Set()
    const written = (eventsOf.get(user.id) ?? []).map(({ event }) => event)
    found.push(...faultsOf(user, told, written), ...(await mailFaultsOf(storage, user)))
    const { items } = await storage.read((tx) =>
      tx.users.list({
        withinOrganizationIds: [root.id],
        search: foldForSearch(`${user.name.givenName} ${user.name.familyName}`),
        at: new Date().toISOString(),
        sort: 'familyName',
        direction: 'ascending',
        after: null,
        limit: 2,
      }),
    )
    if (!items.some(({ id }) => id === user.id)) found.push(`${user.id} is not found by name`)
    if (
      user.userName !== 'root' &&
      (await storage.read((tx) => tx.roleAssignments.ofUsers([user.id]))).length !== 1
    )
      found.push(`${user.id} has lost the role`)
  }
  return found
}

function faultsOf(
  user: User,
  told: ReadonlySet<Deed>,
  written: readonly AuditEvent['event'][],
): string[] {
  if (user.userName === 'root') return []
  const stored: Record<Deed, boolean> = {
    created: true,
    renamed: user.name.givenName.endsWith('renamed'),
    locked: user.locks.length > 0,
    deleted: user.lifecycle.state === 'deleted',
  }
  const events: Record<Deed, string> = {
    created: 'user.created',
    renamed: 'user.updated',
    locked: 'user.locked',
    deleted: 'user.deleted',
  }
  return (Object.keys(stored) as Deed[]).flatMap((deed) => {
    const inAudit = written.filter((event) => event === events[deed]).length
    return [
      ...(told.has(deed) && !stored[deed]
        ? [`${user.id} was confirmed as ${deed} and is not`]
        : []),
      ...(inAudit !== Number(stored[deed])
        ? [
            `${user.id} is ${stored[deed] ? '' : 'not '}${deed}, and the audit says so ${inAudit} times`,
          ]
        : []),
    ]
  })
}

/** A mail for each person who was invited, sent where it says so, and nowhere else. */
async function mailFaultsOf(storage: Storage, user: User): Promise<string[]> {
  if (user.userName === 'root') return []
  const mails = await storage.read((tx) => tx.outbox.ofUser(user.id, 100))
  const invitations = mails.filter(
    ({ task }) => task.kind === 'write' && task.content.occasion === 'activation',
  )
  return [
    ...(invitations.length === 1
      ? []
      : [`${user.id} is promised ${invitations.length} invitations`]),
    ...mails.flatMap(({ id, state }) =>
      state === 'sent' && !mailed.has(id) ? [`${id} counts as sent, and nobody has it`] : [],
    ),
    ...mails.flatMap(({ id, task }) =>
      task.kind === 'write' && (mailed.get(id) ?? task.to.address) !== task.to.address
        ? [`${id} went to ${mailed.get(id)}`]
        : [],
    ),
  ]
}

describe('a process that is killed while it writes', () => {
  it(`leaves a SQLite file with all that was confirmed, and nothing by halves, ${kills} times over`, async () => {
    const file = join(directory, 'killed.db')
    const acknowledged: Acknowledged = new Map()
    for (let run = 1; run <= kills; run++) {
      await writeUntilKilled('sqlite', file, run, acknowledged)
      const storage = await sqliteStorage({ file })
      expect(await faults(storage, acknowledged)).toEqual([])
      await storage.close()
      const database = new SqliteDatabase(file)
      expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
      expect(database.pragma('foreign_key_check')).toEqual([])
      database.close()
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(Math.floor((kills * 2) / 3))
    expect(mailed.size).toBeGreaterThan(0)
    mailed.clear()
  })

  it(`leaves a PostgreSQL database likewise, ${kills} times over`, async () => {
    const url = new URL(inject('postgresUrl'))
    url.searchParams.set('application_name', schema)
    const acknowledged: Acknowledged = new Map()
    for (let run = 1; run <= kills; run++) {
      await writeUntilKilled('postgres', `${url.href} ${schema}`, run, acknowledged)
      // The server may be about to finish what the killed process had asked for last.
      await vi.waitFor(async () =>
        expect(
          (await pool.query('select 1 from pg_stat_activity where application_name = $1', [schema]))
            .rowCount,
        ).toBe(0),
      )
      const storage = await postgresStorage({ pool, schema })
      expect(await faults(storage, acknowledged)).toEqual([])
      await storage.close()
    }
    expect(acknowledged.size).toBeGreaterThanOrEqual(Math.floor((kills * 2) / 3))
    expect(mailed.size).toBeGreaterThan(0)
    mailed.clear()
  })
})
