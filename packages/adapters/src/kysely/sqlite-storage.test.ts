import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { userSortKeys, type Storage } from '@rosterkit/core'
import {
  aLock,
  anOrganization,
  aRoleAssignment,
  aUser,
  describeAuditStore,
  describeKeptAnswerStore,
  describeOutboxStore,
  describeCatalogueStores,
  describeOrganizationStore,
  describeOwnedRecordStores,
  describeRoleAssignmentStore,
  describeStorage,
  describeUserList,
  describeUserLookup,
  describeUserStore,
  exampleAt,
  exampleOrganizationId,
  type OpenStorage,
} from '@rosterkit/core/testing'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { sqliteStorage } from './sqlite-storage.js'

const runner = { describe, it, expect }
const directory = mkdtempSync(join(tmpdir(), 'rosterkit-sqlite-'))
afterAll(() => rmSync(directory, { recursive: true }))

let files = 0
const newFile = () => join(directory, `${++files}.db`)

const ways: readonly (readonly [string, OpenStorage])[] = [
  ['SQLite in memory', () => sqliteStorage({ file: ':memory:' })],
  ['SQLite in a file', () => sqliteStorage({ file: newFile(), synchronous: 'normal' })],
]

for (const [name, open] of ways) {
  describeStorage(runner, name, open)
  describeOrganizationStore(runner, name, open)
  describeUserStore(runner, name, open)
  describeUserList(runner, name, open)
  describeUserLookup(runner, name, open)
  describeRoleAssignmentStore(runner, name, open)
  describeOwnedRecordStores(runner, name, open)
  describeCatalogueStores(runner, name, open)
  describeAuditStore(runner, name, open)
  describeOutboxStore(runner, name, open)
  describeKeptAnswerStore(runner, name, open)
}

const everybody = { withinOrganizationIds: [exampleOrganizationId] }
const first = {
  ...everybody,
  at: exampleAt,
  sort: 'familyName',
  direction: 'ascending',
  after: null,
  limit: 25,
} as const

async function withAda(storage: Storage) {
  const ada = aUser({ userName: 'ada' })
  await storage.transaction(async (tx) => {
    await tx.organizations.insert(anOrganization())
    await tx.users.insert(ada, ada.organizationId)
    await tx.roleAssignments.insert(aRoleAssignment(ada))
  })
  return ada
}

describe('opening a SQLite storage', () => {
  it('finds everything again after it was closed', async () => {
    const file = newFile()
    const before = await sqliteStorage({ file })
    const ada = await withAda(before)
    const secret = await before.read((tx) => tx.installationSecret('cursor', () => 'made once'))
    await before.close()

    const after = await sqliteStorage({ file })
    await after.read(async (tx) => {
      expect(await tx.users.find(ada.id)).toEqual(ada)
      expect(await tx.roleAssignments.ofUsers([ada.id])).toHaveLength(1)
      expect((await tx.users.list(first)).items).toEqual([ada])
      expect(await tx.installationSecret('cursor', () => 'made again')).toBe(secret)
    })
    await after.close()
  })

  it('writes ahead, syncs in full, and enforces references, unless told otherwise', async () => {
    const file = newFile()
    const pragma = vi.spyOn(SqliteDatabase.prototype, 'pragma')
    await (await sqliteStorage({ file })).close()
    await (await sqliteStorage({ file, synchronous: 'normal' })).close()
    const said = pragma.mock.calls.map(([source]) => source)
    pragma.mockRestore()
    expect(said).toEqual(
      expect.arrayContaining([
        'journal_mode = wal',
        'synchronous = full',
        'foreign_keys = on',
        'synchronous = normal',
      ]),
    )
  })

  it('lets several open a new file at the same moment', async () => {
    const file = newFile()
    const storages = await Promise.all([
      sqliteStorage({ file }),
      sqliteStorage({ file }),
      sqliteStorage({ file }),
    ])
    const ada = await withAda(storages[0]!)
    for (const storage of storages) {
      expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
      await storage.close()
    }
  })

  it('says in one sentence which file it cannot use, and leaves that as it was', async () => {
    const text = join(directory, 'letter.txt')
    writeFileSync(text, 'Dear database, '.repeat(500))
    const folder = join(directory, 'folder')
    mkdirSync(folder)
    for (const file of [text, folder, join(directory, 'nowhere', 'roster.db')]) {
      const refused = sqliteStorage({ file })
      await expect(refused).rejects.toMatchObject({
        code: 'database_unreadable',
        message: expect.stringContaining(file) as string,
      })
      await expect(refused).rejects.toMatchObject({
        message: expect.not.stringContaining('\n') as string,
      })
    }
    expect(readFileSync(text, 'utf8')).toBe('Dear database, '.repeat(500))
  })

  it('refuses to lose everything in a database without a name', async () => {
    await expect(sqliteStorage({ file: '' })).rejects.toMatchObject({ code: 'database_unreadable' })
  })

  it('refuses the database of another program, and leaves it as it was', async () => {
    const file = newFile()
    const other = new SqliteDatabase(file)
    other.exec('create table users (id integer primary key, name text)')
    other.close()
    const before = readFileSync(file)
    await expect(sqliteStorage({ file })).rejects.toMatchObject({
      code: 'database_unreadable',
      message: expect.stringContaining('“users” of another program') as string,
    })
    expect(readFileSync(file)).toEqual(before)
  })

  it('refuses a database that a newer version has written to', async () => {
    const file = newFile()
    await (await sqliteStorage({ file })).close()
    const newer = new SqliteDatabase(file)
    newer
      .prepare(
        "insert into rosterkit_migrations (name, timestamp) values ('9999_from_the_future', '2099-01-01T00:00:00.000Z')",
      )
      .run()
    newer.close()
    await expect(sqliteStorage({ file })).rejects.toMatchObject({
      code: 'schema_newer',
      message: expect.stringContaining(file) as string,
    })
  })
})

describe('a SQLite storage in use', () => {
  it('lets a second storage on the same file wait for its turn', async () => {
    const file = newFile()
    const [one, two] = await Promise.all([sqliteStorage({ file }), sqliteStorage({ file })])
    const ada = await withAda(one)
    const grow = (storage: Storage) =>
      storage.transaction(async (tx) => {
        const { version } = (await tx.users.find(ada.id))!
        await new Promise((resolve) => setTimeout(resolve, 5))
        return tx.users.update({ ...ada, version: version + 1 }, version, ada.organizationId)
      })
    expect(await Promise.all([grow(one), grow(two), grow(one), grow(two)])).toEqual([
      'updated',
      'updated',
      'updated',
      'updated',
    ])
    expect((await two.read((tx) => tx.users.find(ada.id)))?.version).toBe(5)
    await Promise.all([one.close(), two.close()])
  })

  it('reads a status that was due though somebody else wrote since the read began', async () => {
    const file = newFile()
    const [one, two] = await Promise.all([sqliteStorage({ file }), sqliteStorage({ file })])
    await withAda(one)
    const due = aUser({ locks: [aLock({ untilAt: exampleAt })] })
    await one.transaction((tx) => tx.users.insert(due, due.organizationId))
    let runs = 0
    const { items } = await one.read(async (tx) => {
      await tx.organizations.roots()
      // Only the first time: from then on the read holds everybody else off.
      if (++runs === 1)
        await two.transaction((other) =>
          other.users.insert(aUser({ locks: [aLock()] }), exampleOrganizationId),
        )
      return tx.users.list({ ...first, statuses: ['ACTIVE'] })
    })
    expect(items.map((user) => user.id)).toContain(due.id)
    await Promise.all([one.close(), two.close()])
  })

  it('rejects with “busy” when another process does not finish, and changes nothing', async () => {
    const file = newFile()
    const storage = await sqliteStorage({ file })
    const ada = await withAda(storage)
    const other = new SqliteDatabase(file)
    other.exec('begin immediate')
    // A second passes with every look at the clock, so that nobody has to wait five.
    let nowMs = 0
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (nowMs += 1000))
    await expect(storage.transaction((tx) => tx.users.remove(ada.id))).rejects.toMatchObject({
      code: 'busy',
    })
    clock.mockRestore()
    // Who only reads does not wait.
    expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
    other.exec('rollback')
    other.close()
    expect(await storage.transaction((tx) => tx.users.remove(ada.id))).toBe(true)
    await storage.close()
  })

  it('keeps nothing of a transaction that finds the disk full, and goes on', async () => {
    const file = newFile()
    const pragma = vi.spyOn(SqliteDatabase.prototype, 'pragma')
    const storage = await sqliteStorage({ file })
    const database = pragma.mock.contexts[0] as SqliteDatabase.Database
    pragma.mockRestore()
    const ada = await withAda(storage)
    const pages = Number(database.pragma('page_count', { simple: true }))
    database.pragma(`max_page_count = ${pages}`)
    const work = storage.transaction(async (tx) => {
      await tx.users.update({ ...ada, version: 2 }, 1, ada.organizationId)
      for (let index = 0; index < 500; index++) await tx.users.insert(aUser(), ada.organizationId)
    })
    await expect(work).rejects.toMatchObject({ code: 'SQLITE_FULL' })
    database.pragma('max_page_count = 1000000')
    expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
    expect(await storage.read((tx) => tx.users.count(everybody, exampleAt, 1000))).toEqual({
      value: 1,
      exact: true,
    })
    expect(await storage.transaction((tx) => tx.users.insert(aUser(), ada.organizationId))).toBe(
      'inserted',
    )
    await storage.close()
  })

  it('lets timers and sockets have their turn while one call follows another', async () => {
    const storage = await sqliteStorage({ file: ':memory:' })
    const timer = new AbortController()
    setTimeout(() => timer.abort(), 1)
    for (let call = 0; call < 100_000 && !timer.signal.aborted; call++)
      await storage.read((tx) => tx.organizations.roots())
    expect(timer.signal.aborted).toBe(true)
    await storage.close()
  })

  it('refuses a transaction that is used after its end', async () => {
    const storage = await sqliteStorage({ file: ':memory:' })
    const tx = await storage.transaction((inside) => Promise.resolve(inside))
    await expect(tx.organizations.insert(anOrganization())).rejects.toThrow('has ended')
    expect(await storage.read((inside) => inside.organizations.roots())).toEqual([])
    await storage.close()
  })

  it('lets what is under way finish before it closes', async () => {
    const file = newFile()
    const storage = await sqliteStorage({ file })
    const working = withAda(storage)
    await storage.close()
    const ada = await working
    const again = await sqliteStorage({ file })
    expect(await again.read((tx) => tx.users.find(ada.id))).toEqual(ada)
    await again.close()
  })
})

describe('the plan of a SQLite list', () => {
  it('walks an index for the first page by every column in both directions, sorts nothing and reads no one twice', async () => {
    const prepare = vi.spyOn(SqliteDatabase.prototype, 'prepare')
    const storage = await sqliteStorage({ file: ':memory:' })
    await withAda(storage)
    prepare.mockClear()
    for (const sort of userSortKeys) {
      for (const direction of ['ascending', 'descending'] as const)
        await storage.read((tx) => tx.users.list({ ...first, sort, direction }))
    }
    const database = prepare.mock.contexts[0] as SqliteDatabase.Database
    const lists = prepare.mock.calls
      .map(([source]) => source)
      .filter((source) => source.includes('sort_value'))
    prepare.mockRestore()
    // Three columns may have no value, and those without one stand in a second stretch.
    expect(lists).toHaveLength((userSortKeys.length + 3) * 2)
    for (const source of lists) {
      const plan = database
        .prepare<unknown[], { detail: string }>(`explain query plan ${source}`)
        .all(...Array.from({ length: source.split('?').length - 1 }, () => 1))
      expect(plan.map(({ detail }) => detail).join('\n')).toMatch(
        /^(SCAN|SEARCH) users USING INDEX users_by_\w+( \(.*\))?$/,
      )
    }
    await storage.close()
  })

  it.each([
    [
      'the dormant',
      { dormant: { wanted: true, sinceAt: exampleAt } },
      ['users_by_last_signed_in_at', 'users_by_never_signed_in'],
    ],
    [
      'the others',
      { dormant: { wanted: false, sinceAt: exampleAt } },
      ['users_by_last_signed_in_at', 'users_by_never_signed_in'],
    ],
    ['a state of the second factor', { mfaStates: ['again'] }, ['users_by_mfa_state']],
    [
      'those whose access is about to end',
      { expiring: { wanted: true, byAt: exampleAt } },
      ['users_by_valid_until_at', 'users_by_role_ends_at'],
    ],
  ] as const)('counts %s from ranges of their indexes', async (_, filter, indexes) => {
    const prepare = vi.spyOn(SqliteDatabase.prototype, 'prepare')
    const storage = await sqliteStorage({ file: ':memory:' })
    await withAda(storage)
    prepare.mockClear()
    await storage.read((tx) => tx.users.count({ ...everybody, ...filter }, exampleAt, 1000))
    const database = prepare.mock.contexts[0] as SqliteDatabase.Database
    const [counted, ...more] = prepare.mock.calls
      .map(([source]) => source)
      .filter((source) => source.includes('count(*)'))
    prepare.mockRestore()
    expect(more).toEqual([])
    const plan = database
      .prepare<unknown[], { detail: string }>(`explain query plan ${counted}`)
      .all(...Array.from({ length: counted!.split('?').length - 1 }, () => 1))
    const looked = plan.flatMap(
      ({ detail }) => /^(?:SCAN|SEARCH) users\b.*/.exec(detail)?.[0] ?? [],
    )
    expect(
      looked.map((line) => /^SEARCH users USING (?:COVERING )?INDEX (\w+) /.exec(line)?.[1]),
    ).toEqual(indexes)
    await storage.close()
  })

  it('asks as many statements for a hundred people as for one', async () => {
    const storage = await sqliteStorage({ file: ':memory:' })
    await withAda(storage)
    const all = vi.spyOn(
      Object.getPrototypeOf(new SqliteDatabase(':memory:').prepare('select 1')) as {
        all: () => unknown
      },
      'all',
    )
    const statements = async (limit: number) => {
      all.mockClear()
      await storage.read(async (tx) => {
        await tx.users.list({ ...first, limit })
        await tx.users.count(everybody, exampleAt, 1000)
      })
      return all.mock.calls.length
    }
    const forOne = await statements(1)
    await storage.transaction(async (tx) => {
      for (let index = 0; index < 100; index++)
        await tx.users.insert(aUser(), exampleOrganizationId)
    })
    expect(await statements(100)).toBe(forOne)
    all.mockRestore()
    await storage.close()
  })
})
