import type { Resource } from '../domain/resources/resource.js'
import type { Position } from '../kernel/page.js'
import { foldForSearch } from '../kernel/text.js'
import type { Storage } from '../domain/storage.js'
import { anOrganization, exampleId } from './examples.js'
import { inOwnStorage, rejectionOf, type OpenStorage, type TestRunner } from './test-runner.js'

const platform = anOrganization({ id: exampleId(1), name: 'Platform' })
const north = anOrganization({ id: exampleId(2), name: 'North', parentId: platform.id, depth: 1 })
const south = anOrganization({ id: exampleId(3), name: 'South', parentId: platform.id, depth: 1 })

/** The contract of {@link CatalogueStore}, for each of the kinds that a storage keeps. */
export function describeCatalogueStores(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
  for (const kind of ['groups', 'applications'] as const) {
    const item = (
      number: number,
      itemName: string,
      overrides: Partial<Resource> = {},
    ): Resource => ({
      id: exampleId(number),
      organizationId: north.id,
      version: 1,
      name: itemName,
      description: null,
      ...overrides,
    })
    const fact = (sentence: string, test: (storage: Storage) => Promise<void>) =>
      it(
        sentence,
        inOwnStorage(open, async (storage) => {
          await storage.transaction(async (tx) => {
            for (const organization of [platform, north, south])
              await tx.organizations.insert(organization)
          })
          await test(storage)
        }),
      )
    const add = (storage: Storage, ...items: Resource[]) =>
      storage.transaction(async (tx) => {
        for (const one of items) expect(await tx[kind].insert(one)).toBe('inserted')
      })
    const all = async (
      storage: Storage,
      query: { readonly at: readonly string[]; readonly below?: boolean; readonly search?: string },
      limit = 100,
    ) => {
      const names: string[] = []
      let after: Position | null = null
      do {
        const page = await storage.read((tx) =>
          tx[kind].search({
            organizationIds: query.at,
            below: query.below ?? false,
            ...(query.search === undefined ? {} : { search: query.search }),
            after,
            limit,
          }),
        )
        names.push(...page.items.map((one) => one.name))
        after = page.next
      } while (after !== null && names.length < 1_000)
      return names
    }

    describe(`${kind}: ${name}`, () => {
      fact('gives an item back as it was, alone or among others', async (storage) => {
        const sales = item(9, 'Sales “%_”', { description: 'Two\nlines', version: 4 })
        await add(storage, sales, item(8, 'Other'))
        await storage.read(async (tx) => {
          expect(await tx[kind].find(sales.id)).toEqual(sales)
          expect(await tx[kind].find(exampleId(404))).toBe(null)
          expect(await tx[kind].findMany([exampleId(404), sales.id, sales.id])).toEqual([sales])
          expect(await tx[kind].findMany([])).toEqual([])
        })
      })

      fact(
        'refuses a second name that differs only in case or accents, within one organization',
        async (storage) => {
          await add(
            storage,
            item(9, 'Vertrieb Süd'),
            item(8, 'Vertrieb Süd', { organizationId: south.id }),
          )
          expect(await storage.transaction((tx) => tx[kind].insert(item(7, 'VERTRIEB SUD')))).toBe(
            'exists',
          )
          const outcomes = await Promise.all(
            [6, 5].map((number) =>
              storage.transaction((tx) => tx[kind].insert(item(number, 'Same'))),
            ),
          )
          expect(outcomes.sort()).toEqual(['exists', 'inserted'])
        },
      )

      fact(
        'replaces an item from the version it had, and refuses a stale version and a taken name',
        async (storage) => {
          await add(storage, item(9, 'Sales'), item(8, 'Support'))
          await storage.transaction(async (tx) => {
            expect(
              await tx[kind].update(item(9, 'SALES', { version: 2, description: 'All' }), 1),
            ).toBe('updated')
            expect(await tx[kind].update(item(9, 'Late', { version: 2 }), 1)).toBe('stale')
            expect(await tx[kind].update(item(404, 'None', { version: 2 }), 1)).toBe('stale')
            expect(await tx[kind].update(item(9, 'support', { version: 3 }), 2)).toBe('exists')
            expect(await tx[kind].update(item(9, 'support', { version: 3 }), 1)).toBe('stale')
            expect(await tx[kind].find(exampleId(9))).toEqual(
              item(9, 'SALES', { version: 2, description: 'All' }),
            )
          })
        },
      )

      fact('takes an item away once, and frees its name', async (storage) => {
        await add(storage, item(9, 'Sales'))
        await storage.transaction(async (tx) => {
          expect(await tx[kind].remove(exampleId(9))).toBe(true)
          expect(await tx[kind].remove(exampleId(9))).toBe(false)
          expect(await tx[kind].insert(item(8, 'Sales'))).toBe('inserted')
        })
      })

      fact(
        'lists by name, case and accents aside, whatever the size of the page',
        async (storage) => {
          await add(
            storage,
            item(9, 'beta'),
            item(8, 'Ärzte'),
            item(7, 'Zulu'),
            item(6, 'Łódź'),
            item(5, 'Beta', { organizationId: south.id }),
          )
          const expected = ['Ärzte', 'Beta', 'beta', 'Łódź', 'Zulu']
          for (const limit of [1, 2, 5, 6])
            expect(await all(storage, { at: [platform.id], below: true }, limit)).toEqual(expected)
        },
      )

      fact('fills each page, and says of the last that nothing follows', async (storage) => {
        await add(storage, item(9, 'A'), item(8, 'B'), item(7, 'C'), item(6, 'D'))
        const page = (after: Position | null) =>
          storage.read((tx) =>
            tx[kind].search({ organizationIds: [north.id], below: false, after, limit: 2 }),
          )
        const first = await page(null)
        const last = await page(first.next)
        expect([first, last].map(({ items }) => items.map((one) => one.name))).toEqual([
          ['A', 'B'],
          ['C', 'D'],
        ])
        expect([first.next === null, last.next === null]).toEqual([false, true])
      })

      fact('rejects an item of no organization', async (storage) => {
        await rejectionOf(
          storage.transaction((tx) =>
            tx[kind].insert(item(9, 'Nowhere', { organizationId: exampleId(404) })),
          ),
        )
        expect(await storage.read((tx) => tx[kind].find(exampleId(9)))).toBe(null)
      })

      fact('lists what is at the organizations themselves, or anywhere below', async (storage) => {
        await add(
          storage,
          item(9, 'Top', { organizationId: platform.id }),
          item(8, 'North'),
          item(7, 'South', { organizationId: south.id }),
        )
        expect(await all(storage, { at: [platform.id] })).toEqual(['Top'])
        expect(await all(storage, { at: [north.id, platform.id] })).toEqual(['North', 'Top'])
        expect(await all(storage, { at: [platform.id, north.id], below: true })).toEqual([
          'North',
          'South',
          'Top',
        ])
        expect(await all(storage, { at: [south.id], below: true })).toEqual(['South'])
        expect(await all(storage, { at: [], below: true })).toEqual([])
      })

      fact(
        'looks items up by exact values, at the organizations and below, any stretch of them with the same total',
        async (storage) => {
          await add(
            storage,
            item(9, 'Sales'),
            item(8, 'Sales', { organizationId: south.id }),
            item(7, 'sales team'),
            item(6, 'Top', { organizationId: platform.id }),
          )
          const lookUp = async (query: {
            readonly at?: string
            readonly ids?: readonly string[]
            readonly foldedName?: string
            readonly offset?: number
            readonly limit?: number
          }) => {
            const { at = platform.id, ...rest } = query
            const { items, total } = await storage.read((tx) =>
              tx[kind].lookup({ withinOrganizationIds: [at], offset: 0, limit: 100, ...rest }),
            )
            return [total, ...items.map(({ id }) => Number(id.slice(-6)))]
          }
          expect(await lookUp({})).toEqual([4, 8, 9, 7, 6])
          expect(await lookUp({ at: north.id })).toEqual([2, 9, 7])
          expect(await lookUp({ foldedName: 'sales' })).toEqual([2, 8, 9])
          expect(
            await lookUp({
              foldedName: 'sales',
              ids: [exampleId(9), exampleId(6), exampleId(404)],
            }),
          ).toEqual([1, 9])
          expect(await lookUp({ ids: [] })).toEqual([0])
          expect(await lookUp({ offset: 1, limit: 2 })).toEqual([4, 9, 7])
          expect(await lookUp({ limit: 0 })).toEqual([4])
        },
      )

      fact('finds any part of a name, every sign taken for itself', async (storage) => {
        await add(storage, item(9, '100 % Łódź'), item(8, 'under_score'), item(7, 'Plain'))
        expect(await all(storage, { at: [north.id], search: foldForSearch('lodz') })).toEqual([
          '100 % Łódź',
        ])
        expect(await all(storage, { at: [north.id], search: '%' })).toEqual(['100 % Łódź'])
        expect(await all(storage, { at: [north.id], search: '_' })).toEqual(['under_score'])
      })
    })
  }
}
