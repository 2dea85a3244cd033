import { type Storage } from '@rosterkit/core'
import { foldForSearch, type UserQuery } from '@rosterkit/core/ports'
import { anOrganization, aUser, exampleAt, exampleId } from '@rosterkit/core/testing'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { postgresStorage } from '@rosterkit/adapters/postgres'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'

// A database in another process answers as quickly as the machine is idle.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

const root = anOrganization({ id: exampleId(1) })
const branches = [2, 3].map((number) =>
  anOrganization({ id: exampleId(number), name: `Branch ${number}`, parentId: root.id, depth: 1 }),
)

// Whoever searches types what could be taken for a pattern, a quote, an operator, or for half a
// character.
const letters = [
  'a',
  'b',
  'á',
  'Ł',
  'ß',
  '%',
  '_',
  '\\',
  '"',
  "'",
  '*',
  '-',
  ' ',
  '.',
  '\u{1F600}',
  '\u{20BB7}',
  '日',
  '本',
  '1',
]
const name = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 })
  .map((signs) => signs.join('').trim() || 'x')
const person = fc.record({ givenName: name, familyName: name, place: fc.nat(2) })

const pool = new pg.Pool({ connectionString: inject('postgresUrl'), max: 4 })
const stores: { readonly name: string; readonly storage: Storage }[] = []
let reference: Storage

beforeAll(async () => {
  reference = memoryStorage()
  stores.push({ name: 'SQLite', storage: await sqliteStorage({ file: ':memory:' }) })
  stores.push({
    name: 'PostgreSQL',
    storage: await postgresStorage({ pool, schema: `search_${process.pid}` }),
  })
  stores.push({ name: 'PostgreSQL without the extension', storage: await withoutTrigrams() })
  const people = fc
    .sample(person, { seed: 4, numRuns: 400 })
    .map(({ givenName, familyName, place }, index) => {
      const home = [root, ...branches][place]!
      return aUser({
        organizationId: home.id,
        userName: `u${index}`,
        emails: [],
        name: { givenName, familyName },
      })
    })
  for (const storage of [reference, ...stores.map((store) => store.storage)]) {
    await storage.transaction(async (tx) => {
      for (const organization of [root, ...branches]) await tx.organizations.insert(organization)
      for (const user of people) await tx.users.insert(user, user.organizationId)
      // Some are renamed and some leave again, which the indexes have to follow.
      for (const user of people.slice(0, 40))
        await tx.users.update(
          {
            ...user,
            version: 2,
            name: { givenName: user.name.familyName, familyName: `${user.name.givenName}b%` },
          },
          1,
          user.organizationId,
        )
      for (const user of people.slice(40, 60)) await tx.users.remove(user.id)
    })
  }
})

afterAll(async () => {
  for (const { storage } of stores) await storage.close()
  await pool.query(`drop schema search_${process.pid} cascade`)
  await pool.query(`drop schema search_plain_${process.pid} cascade`)
  await pool.end()
})

/** A database that does not have the index, as one that has no such extension. */
async function withoutTrigrams(): Promise<Storage> {
  const schema = `search_plain_${process.pid}`
  await (await postgresStorage({ pool, schema })).close()
  await pool.query(`drop index ${schema}.user_search_by_trigrams`)
  return postgresStorage({ pool, schema })
}

describe('a search', () => {
  it('finds in every database whom it finds in memory, page by page and in number, whatever is typed', async () => {
    const typed = fc.oneof(
      name,
      fc
        .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 2 })
        .map((signs) => signs.join('')),
    )
    const query = fc.record({
      typed,
      sort: fc.constantFrom<UserQuery['sort'][]>(
        'familyName',
        'givenName',
        'status',
        'primaryEmail',
      ),
      direction: fc.constantFrom<UserQuery['direction'][]>('ascending', 'descending'),
      limit: fc.constantFrom(1, 3, 50),
      within: fc.subarray([root, ...branches], { minLength: 1 }),
    })
    await fc.assert(
      fc.asyncProperty(query, async ({ typed: text, within, ...rest }) => {
        const search = foldForSearch(text)
        if (search === '') return
        const filter = { withinOrganizationIds: within.map(({ id }) => id), search }
        const expected = await everyPage(reference, { ...rest, ...filter })
        for (const { name: storeName, storage } of stores)
          expect({ storeName, ...(await everyPage(storage, { ...rest, ...filter })) }).toEqual({
            storeName,
            ...expected,
          })
      }),
      { seed: 7, numRuns: 250 },
    )
  })
})

describe('a search that finds thousands', () => {
  it('gives the same pages walking the order as gathering, also where the hits stand at the end of the order', async () => {
    const people = Array.from({ length: 5_600 }, (_, index) =>
      aUser({
        userName: `u${index}`,
        emails: [],
        name: {
          givenName: index % 2 ? 'Anna' : 'Bea',
          familyName: index < 400 ? 'Adams' : `Zz${index % 97}`,
        },
      }),
    )
    const storages = [memoryStorage(), await sqliteStorage({ file: ':memory:' })] as const
    for (const storage of storages) {
      await storage.transaction(async (tx) => {
        await tx.organizations.insert(root)
        for (const user of people) await tx.users.insert(user, user.organizationId)
      })
    }
    for (const search of ['zz', 'z', 'zz1', 'ann', 'na zz', 'u', 'qq']) {
      for (const [sort, direction] of [
        ['familyName', 'ascending'],
        ['familyName', 'descending'],
        ['primaryEmail', 'ascending'],
        ['status', 'descending'],
      ] as const) {
        const query = { withinOrganizationIds: [root.id], search, sort, direction, limit: 40 }
        expect(await everyPage(storages[1], query)).toEqual(await everyPage(storages[0], query))
      }
    }
  })
})

async function everyPage(
  storage: Storage,
  query: Omit<UserQuery, 'at' | 'after'>,
): Promise<{ readonly ids: string[]; readonly count: unknown }> {
  return storage.read(async (tx) => {
    const ids: string[] = []
    let after: UserQuery['after'] = null
    let pages = 0
    do {
      const page = await tx.users.list({ ...query, at: exampleAt, after })
      ids.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== null && ++pages < 4)
    return { ids, count: await tx.users.count(query, exampleAt, 100) }
  })
}
