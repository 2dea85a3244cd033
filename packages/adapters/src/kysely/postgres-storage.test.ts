import { userSortKeys, type Storage } from '@rosterkit/core'
import {
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
import pg from 'pg'
import { afterAll, describe, expect, inject, it, vi } from 'vitest'
import { emptySchema } from './empty-schema.test.helper.js'
import { postgresStorage } from './postgres-storage.js'

// A database in another process answers as quickly as the machine is idle.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

// A database of this file's own, because dropping one is quick and dropping a hundred schemas is
// not.
const server = new pg.Pool({ connectionString: inject('postgresUrl'), max: 1 })
const database = `rosterkit_storage_${process.pid}`
await server.query(`create database ${database}`)
const address = new URL(inject('postgresUrl'))
address.pathname = `/${database}`
const url = address.href
const pool = new pg.Pool({ connectionString: url, max: 8 })
await pool.query('create extension if not exists pg_trgm')
pool.on('error', () => {})
afterAll(async () => {
  await pool.end()
  await server.query(`drop database ${database} with (force)`)
  await server.end()
})
const runner = { describe, it, expect }
let schemas = 0
const newSchema = () => `test_${++schemas}`
// A few sets of tables are made once, and one is emptied for each test. More than one, because some
// tests have two storages open.
function emptied(make: (schema: string) => Promise<Storage>): OpenStorage {
  const sets = [newSchema(), newSchema(), newSchema()]
  const made = new Set<string>()
  let next = 0
  return async () => {
    const schema = sets[next++ % sets.length]!
    if (made.has(schema)) await emptySchema(pool, schema)
    made.add(schema)
    return make(schema)
  }
}
const open = emptied((schema) => postgresStorage({ pool, schema }))

describeStorage(runner, 'PostgreSQL', open)
describeOrganizationStore(runner, 'PostgreSQL', open)
describeUserStore(runner, 'PostgreSQL', open)
describeUserList(runner, 'PostgreSQL', open)
describeUserLookup(runner, 'PostgreSQL', open)
describeRoleAssignmentStore(runner, 'PostgreSQL', open)
describeOwnedRecordStores(runner, 'PostgreSQL', open)
describeCatalogueStores(runner, 'PostgreSQL', open)
describeAuditStore(runner, 'PostgreSQL', open)
describeOutboxStore(runner, 'PostgreSQL', open)
describeKeptAnswerStore(runner, 'PostgreSQL', open)

// Over the storage's own pool, statements leave before the answer to the one before has come; a
// host's pool takes one at a time.
const openPipelined = emptied((schema) => postgresStorage({ url, schema, connections: 8 }))
describeStorage(runner, 'PostgreSQL, statements sent together', openPipelined)
describeUserStore(runner, 'PostgreSQL, statements sent together', openPipelined)
describeRoleAssignmentStore(runner, 'PostgreSQL, statements sent together', openPipelined)
describeAuditStore(runner, 'PostgreSQL, statements sent together', openPipelined)

// Split as for Citus or for tables larger than a machine's memory.
const openSplit = emptied((schema) => postgresStorage({ pool, schema, partitions: 2 }))
describeStorage(runner, 'PostgreSQL in partitions', openSplit)
describeUserStore(runner, 'PostgreSQL in partitions', openSplit)
describeUserList(runner, 'PostgreSQL in partitions', openSplit)
describeRoleAssignmentStore(runner, 'PostgreSQL in partitions', openSplit)
describeOwnedRecordStores(runner, 'PostgreSQL in partitions', openSplit)
describeCatalogueStores(runner, 'PostgreSQL in partitions', openSplit)
describeAuditStore(runner, 'PostgreSQL in partitions', openSplit)
describeOutboxStore(runner, 'PostgreSQL in partitions', openSplit)
describeKeptAnswerStore(runner, 'PostgreSQL in partitions', openSplit)

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

describe('opening a PostgreSQL storage', () => {
  it('finds everything again after it was closed, through a url of its own', async () => {
    const schema = newSchema()
    const before = await postgresStorage({ url, schema, connections: 2 })
    const ada = await withAda(before)
    const secret = await before.read((tx) => tx.installationSecret('cursor', () => 'made once'))
    await before.close()

    const after = await postgresStorage({ url, schema })
    await after.read(async (tx) => {
      expect(await tx.users.find(ada.id)).toEqual(ada)
      expect((await tx.users.list(first)).items).toEqual([ada])
      expect(await tx.installationSecret('cursor', () => 'made again')).toBe(secret)
    })
    await after.close()
  })

  it('lets several open a new schema at the same moment', async () => {
    const schema = newSchema()
    const storages = await Promise.all([1, 2, 3, 4].map(() => postgresStorage({ pool, schema })))
    const ada = await withAda(storages[0]!)
    for (const storage of storages)
      expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
  })

  it('stands beside the tables of the host, whose pool it leaves as it was', async () => {
    const host = new pg.Pool({ connectionString: url, max: 1 })
    const schema = newSchema()
    const hosts = newSchema()
    await host.query(
      `create schema "${hosts}"; create table "${hosts}".users (id integer); insert into "${hosts}".users values (7); set search_path to "${hosts}"`,
    )
    const storage = await postgresStorage({ pool: host, schema })
    await withAda(storage)
    await storage.close()
    expect((await host.query('select * from users')).rows).toEqual([{ id: 7 }])
    await host.end()
  })

  it('refuses a schema in which another program has such a table, and leaves it as it was', async () => {
    const schema = newSchema()
    await pool.query(`create schema "${schema}"; create table "${schema}".users (id integer)`)
    await expect(postgresStorage({ url, schema })).rejects.toMatchObject({
      code: 'database_unreadable',
      message: expect.stringContaining('“users” of another program') as string,
    })
    expect(
      (
        await pool.query('select relname from pg_class where relnamespace = $1::regnamespace', [
          schema,
        ])
      ).rows,
    ).toEqual([{ relname: 'users' }])
  })

  it('refuses a database that a newer version has written to', async () => {
    const schema = newSchema()
    await (await postgresStorage({ pool, schema })).close()
    await pool.query(
      `insert into "${schema}".rosterkit_migrations (name, timestamp) values ('9999_from_the_future', '2099-01-01T00:00:00.000Z')`,
    )
    await expect(postgresStorage({ url, schema })).rejects.toMatchObject({
      code: 'schema_newer',
      message: expect.stringContaining(`${database} at `) as string,
    })
  })

  it('says in one sentence, and without the password, which database it cannot use and why', async () => {
    const at = (change: (wrong: URL) => void) => {
      const wrong = new URL(url)
      change(wrong)
      return wrong.href
    }
    const cases = [
      [at((wrong) => (wrong.port = '1')), 'nothing answers there'],
      [at((wrong) => (wrong.password = 'guessed-secret')), 'refuses this user and password'],
      [at((wrong) => (wrong.pathname = '/nowhere')), 'no such database'],
      ['not a url', 'No database was named'],
    ] as const
    for (const [wrong, reason] of cases) {
      const refused = postgresStorage({ url: wrong })
      await expect(refused).rejects.toMatchObject({
        code: 'database_unreadable',
        message: expect.stringContaining(reason) as string,
      })
      await expect(refused).rejects.toMatchObject({
        message: expect.not.stringMatching(/\n|guessed-secret/) as string,
      })
    }
  })

  it('makes its tables split by organization, when told to, and keeps every promise in them', async () => {
    const schema = newSchema()
    const storage = await postgresStorage({ pool, schema, partitions: 4 })
    const ada = await withAda(storage)
    const south = anOrganization({
      id: '00000000-0000-7000-8000-000000000099',
      parentId: exampleOrganizationId,
      depth: 1,
    })
    await storage.transaction(async (tx) => {
      await tx.organizations.insert(south)
      expect(await tx.users.insert(aUser({ userName: 'ada' }), ada.organizationId)).toBe(
        'user_name_taken',
      )
      expect(
        await tx.users.update({ ...ada, version: 2, organizationId: south.id }, 1, south.id),
      ).toBe('updated')
      expect(await tx.roleAssignments.ofUsers([ada.id])).toMatchObject([
        { userOrganizationId: south.id },
      ])
    })
    expect(
      (await storage.read((tx) => tx.users.list({ ...first, search: 'lovel' }))).items.map(
        ({ id }) => id,
      ),
    ).toEqual([ada.id])
    const { rows } = await pool.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'p' order by relname",
      [schema],
    )
    expect(rows.map(({ name }) => name)).toEqual([
      'application_assignments',
      'applications',
      'audit_events',
      'authenticators',
      'credentials',
      'group_memberships',
      'groups',
      'kept_answers',
      'outbox',
      'personas',
      'role_assignments',
      'secrets',
      'sessions',
      'user_search',
      'users',
    ])
  })
})

describe('a PostgreSQL storage in use', () => {
  it('runs a transaction again that met another, until it can', async () => {
    const storage = await open()
    const ada = await withAda(storage)
    let runs = 0
    const grow = () =>
      storage.transaction(async (tx) => {
        runs++
        const { version } = (await tx.users.find(ada.id))!
        return tx.users.update({ ...ada, version: version + 1 }, version, ada.organizationId)
      })
    expect(new Set(await Promise.all(Array.from({ length: 8 }, grow)))).toEqual(
      new Set(['updated']),
    )
    expect((await storage.read((tx) => tx.users.find(ada.id)))?.version).toBe(9)
    expect(runs).toBeGreaterThan(8)
  })

  it('rejects with “busy” when it never can, and changes nothing', async () => {
    const storage = await open()
    const ada = await withAda(storage)
    let runs = 0
    const work = storage.transaction(async (tx) => {
      runs++
      await tx.users.remove(ada.id)
      throw Object.assign(new Error('could not serialize access'), { code: '40001' })
    })
    await expect(work).rejects.toMatchObject({ code: 'busy' })
    expect(runs).toBeGreaterThan(3)
    expect(runs).toBeLessThan(20)
    expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
  })

  it('reads a status that was due though somebody else wrote since the read began', async () => {
    const storage = await open()
    await withAda(storage)
    const due = aUser({ validUntilAt: exampleAt })
    await storage.transaction((tx) => tx.users.insert(due, due.organizationId))
    let runs = 0
    const { items } = await storage.read(async (tx) => {
      await tx.organizations.roots()
      if (++runs === 1)
        await storage.transaction((other) =>
          other.users.update({ ...due, version: 2, userType: 'guest' }, 1, due.organizationId),
        )
      return tx.users.list({ ...first, statuses: ['NO_LONGER_VALID'] })
    })
    expect(items).toMatchObject([{ id: due.id, userType: 'guest' }])
  })

  it('survives losing its connections, between two calls and in the middle of one', async () => {
    const application = `lost-${process.pid}`
    const storage = await postgresStorage({
      url: `${url}?application_name=${application}`,
      schema: newSchema(),
    })
    const ada = await withAda(storage)
    const cut = () =>
      pool.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1',
        [application],
      )
    await cut()
    await vi.waitFor(async () =>
      expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada),
    )
    const work = storage.transaction(async (tx) => {
      await tx.users.update({ ...ada, version: 2 }, 1, ada.organizationId)
      await cut()
      return tx.users.find(ada.id)
    })
    await expect(work).rejects.toThrow(/terminat|connection/i)
    await vi.waitFor(async () =>
      expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada),
    )
    await storage.close()
  })

  it('keeps nothing of a transaction whose work swallows the database’s refusal', async () => {
    const storage = await open()
    const ada = await withAda(storage)
    const work = storage.transaction(async (tx) => {
      await tx.users.remove(ada.id)
      await tx.users.insert(aUser({ organizationId: 'nowhere' }), 'nowhere').catch(() => {})
    })
    await expect(work).rejects.toThrow(/foreign key/)
    expect(await storage.read((tx) => tx.users.find(ada.id))).toEqual(ada)
  })

  it('lets what is under way finish before it closes', async () => {
    const schema = newSchema()
    const storage = await postgresStorage({ url, schema })
    const working = withAda(storage)
    await storage.close()
    const ada = await working
    const again = await postgresStorage({ url, schema })
    expect(await again.read((tx) => tx.users.find(ada.id))).toEqual(ada)
    await again.close()
  })
})

describe('the plan of a PostgreSQL list', () => {
  it('walks an index for the first page by every column in both directions, and sorts nothing', async () => {
    const schema = newSchema()
    const storage = await postgresStorage({ pool, schema })
    await withAda(storage)
    const client = await pool.connect()
    const said: string[] = []
    const lender = {
      connect: () =>
        Promise.resolve({
          query: (statement: { text: string }) => (
            said.push(statement.text),
            client.query(statement)
          ),
          release: () => {},
          on: () => {},
          removeListener: () => {},
        }),
      end: () => Promise.resolve(),
    }
    const spied = await postgresStorage({ pool: lender as never, schema })
    said.length = 0
    for (const sort of userSortKeys) {
      for (const direction of ['ascending', 'descending'] as const)
        await spied.read((tx) => tx.users.list({ ...first, sort, direction }))
    }
    const lists = said.filter((statement) => statement.includes('sort_value'))
    expect(lists).toHaveLength((userSortKeys.length + 3) * 2)
    // With one person a scan is as good as any; what matters is that an index gives the order.
    await client.query(
      `set search_path to "${schema}"; set enable_seqscan to off; set enable_bitmapscan to off; set plan_cache_mode to force_generic_plan`,
    )
    for (const [index, list] of lists.entries()) {
      await client.query(`prepare list_${index} as ${list}`)
      const plan = (
        await client.query<{ 'QUERY PLAN': string }>(
          `explain (costs off) execute list_${index}(${list.includes('$2') ? "'a', 'a', 26" : '26'})`,
        )
      ).rows
        .map((row) => row['QUERY PLAN'])
        .join('\n')
      expect(plan).toMatch(/Index Scan (Backward )?using users_by_\w+ on users/)
      expect(plan).not.toContain('Sort')
    }
    client.release(true)
  })
})
