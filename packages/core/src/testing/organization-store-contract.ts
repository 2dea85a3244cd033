import type { Storage } from '../domain/storage.js'
import { aLock, anOrganization, aRoleAssignment, aUser, exampleId } from './examples.js'
import { inOwnStorage, type OpenStorage, type TestRunner } from './test-runner.js'
import type { Organization } from '../domain/organizations/organization.js'

// Names and ids that sort differently, so that neither replaces the other by accident.
const platform = anOrganization({ id: exampleId(9), name: 'Platform' })
const zenith = anOrganization({ id: exampleId(1), name: 'Zenith', parentId: platform.id, depth: 1 })
const aurora = anOrganization({ id: exampleId(5), name: 'aurora', parentId: platform.id, depth: 1 })
const lodz = anOrganization({ id: exampleId(2), name: 'Łódź', parentId: aurora.id, depth: 2 })
const mango = anOrganization({ id: exampleId(3), name: 'Mango', parentId: aurora.id, depth: 2 })
const leaf = anOrganization({ id: exampleId(4), name: 'Leaf', parentId: lodz.id, depth: 3 })
const tree = [platform, zenith, aurora, lodz, mango, leaf]

/** The contract of {@link OrganizationStore}. */
export function describeOrganizationStore(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
  const fact = (sentence: string, test: (storage: Storage) => Promise<void>) =>
    it(
      sentence,
      inOwnStorage(open, async (storage) => {
        await storage.transaction(async (tx) => {
          for (const organization of tree) await tx.organizations.insert(organization)
        })
        await test(storage)
      }),
    )

  describe(`organization store: ${name}`, () => {
    it(
      'has no roots on a fresh installation',
      inOwnStorage(open, async (storage) => {
        expect(await storage.read((tx) => tx.organizations.roots())).toEqual([])
        expect(await storage.read((tx) => tx.organizations.below([platform.id]))).toEqual([])
      }),
    )

    fact(
      'gives an organization back as it was inserted, and null for one that is not there',
      async (storage) => {
        const full = anOrganization({
          id: exampleId(20),
          version: 7,
          parentId: leaf.id,
          depth: 4,
          name: '株式会社 “Ω”',
          ssoProvider: 'Entra ID',
          ssoRoleMapping: { 'Portal Admins': 'administrator' },
          locks: [
            aLock({ untilAt: '2026-12-31T00:00:00.000Z' }),
            aLock({ kind: 'security', reason: null }),
          ],
        })
        await storage.transaction((tx) => tx.organizations.insert(full))
        expect(await storage.read((tx) => tx.organizations.find(full.id))).toEqual(full)
        expect(await storage.read((tx) => tx.organizations.find(exampleId(404)))).toBe(null)
      },
    )

    fact('refuses an id that was used before, and a parent that is not there', async (storage) => {
      await storage.transaction(async (tx) => {
        expect(await tx.organizations.insert(anOrganization({ id: leaf.id, name: 'Other' }))).toBe(
          'exists',
        )
        expect(
          await tx.organizations.insert(
            anOrganization({ id: exampleId(21), parentId: exampleId(404), depth: 1 }),
          ),
        ).toBe('no_parent')
        expect(await tx.organizations.find(leaf.id)).toEqual(leaf)
        expect(await tx.organizations.find(exampleId(21))).toBe(null)
      })
    })

    fact('gives the organizations from the root down to each one asked for', async (storage) => {
      const lineages = await storage.read((tx) =>
        tx.organizations.lineages([leaf.id, platform.id, leaf.id, exampleId(404)]),
      )
      expect([...lineages.keys()].sort()).toEqual([leaf.id, platform.id].sort())
      expect(lineages.get(leaf.id)).toEqual([platform, aurora, lodz, leaf])
      expect(lineages.get(platform.id)).toEqual([platform])
      expect((await storage.read((tx) => tx.organizations.lineages([]))).size).toBe(0)
    })

    fact(
      'gives organizations with everything below, parents before children and siblings by name',
      async (storage) => {
        await storage.read(async (tx) => {
          expect(await tx.organizations.below([platform.id])).toEqual([
            platform,
            aurora,
            lodz,
            leaf,
            mango,
            zenith,
          ])
          expect(await tx.organizations.below([mango.id, lodz.id])).toEqual([lodz, leaf, mango])
          expect(await tx.organizations.below([])).toEqual([])
        })
      },
    )

    fact(
      'gives each organization once though one asked for stands below another',
      async (storage) => {
        expect(
          await storage.read((tx) =>
            tx.organizations.below([leaf.id, aurora.id, lodz.id, aurora.id]),
          ),
        ).toEqual([aurora, lodz, leaf, mango])
      },
    )

    fact('gives the roots by name', async (storage) => {
      const second = anOrganization({ id: exampleId(30), name: 'Älter' })
      await storage.transaction((tx) => tx.organizations.insert(second))
      expect(await storage.read((tx) => tx.organizations.roots())).toEqual([second, platform])
    })

    fact(
      'replaces an organization from the version it had, and refuses one that is stale',
      async (storage) => {
        const next: Organization = {
          ...lodz,
          version: 2,
          name: 'Lodz',
          ssoProvider: 'Okta',
          locks: [aLock()],
        }
        await storage.transaction(async (tx) => {
          expect(await tx.organizations.update(next, 1)).toBe('updated')
          expect(await tx.organizations.update({ ...next, name: 'Late' }, 1)).toBe('stale')
          expect(await tx.organizations.update({ ...next, id: exampleId(404) }, 1)).toBe('stale')
        })
        expect(await storage.read((tx) => tx.organizations.find(lodz.id))).toEqual(next)
      },
    )

    fact('does not move an organization that is only replaced', async (storage) => {
      await storage.transaction((tx) =>
        tx.organizations.update({ ...lodz, version: 2, parentId: zenith.id, depth: 7 }, 1),
      )
      const lineages = await storage.read((tx) => tx.organizations.lineages([leaf.id]))
      expect(lineages.get(leaf.id)).toEqual([platform, aurora, { ...lodz, version: 2 }, leaf])
    })

    fact('moves an organization with everything below it', async (storage) => {
      const ada = aUser({ organizationId: leaf.id })
      await storage.transaction(async (tx) => {
        await tx.users.insert(ada, leaf.id)
        expect(await tx.organizations.move(lodz.id, zenith.id)).toBe('moved')
        expect(await tx.organizations.move(zenith.id, mango.id)).toBe('moved')
      })
      const moved = [
        platform,
        aurora,
        mango,
        { ...zenith, parentId: mango.id, depth: 3 },
        { ...lodz, parentId: zenith.id, depth: 4 },
        { ...leaf, depth: 5 },
      ]
      await storage.read(async (tx) => {
        expect((await tx.organizations.lineages([leaf.id])).get(leaf.id)).toEqual(moved)
        expect(await tx.organizations.below([platform.id])).toEqual(moved)
        const found = async (organizationId: string) =>
          (
            await tx.users.count(
              { withinOrganizationIds: [organizationId] },
              '2026-03-02T09:00:00.000Z',
              10,
            )
          ).value
        expect(await found(zenith.id)).toBe(1)
        expect(await found(mango.id)).toBe(1)
        expect(await found(aurora.id)).toBe(1)
      })
    })

    fact('moves nobody else out of an organization that loses a branch', async (storage) => {
      const ada = aUser({ organizationId: leaf.id })
      await storage.transaction(async (tx) => {
        await tx.users.insert(ada, leaf.id)
        await tx.organizations.move(lodz.id, zenith.id)
        expect(await tx.organizations.below([aurora.id])).toEqual([aurora, mango])
        expect(
          (
            await tx.users.count(
              { withinOrganizationIds: [aurora.id] },
              '2026-03-02T09:00:00.000Z',
              10,
            )
          ).value,
        ).toBe(0)
      })
    })

    fact(
      'refuses to hang an organization below itself, or under a parent that is not there',
      async (storage) => {
        await storage.transaction(async (tx) => {
          expect(await tx.organizations.move(aurora.id, leaf.id)).toBe('cycle')
          expect(await tx.organizations.move(aurora.id, aurora.id)).toBe('cycle')
          expect(await tx.organizations.move(aurora.id, exampleId(404))).toBe('no_parent')
          expect(await tx.organizations.below([platform.id])).toEqual([
            platform,
            aurora,
            lodz,
            leaf,
            mango,
            zenith,
          ])
        })
      },
    )

    fact(
      'takes back with the transaction what was inserted, changed and moved',
      async (storage) => {
        const work = storage.transaction(async (tx) => {
          await tx.organizations.insert(
            anOrganization({ id: exampleId(40), parentId: leaf.id, depth: 4 }),
          )
          await tx.organizations.update({ ...mango, version: 2, name: 'Other' }, 1)
          await tx.organizations.move(lodz.id, zenith.id)
          throw new Error('no')
        })
        await work.catch(() => {})
        await storage.read(async (tx) => {
          expect(await tx.organizations.below([platform.id])).toEqual([
            platform,
            aurora,
            lodz,
            leaf,
            mango,
            zenith,
          ])
          expect((await tx.organizations.lineages([leaf.id])).get(leaf.id)).toEqual([
            platform,
            aurora,
            lodz,
            leaf,
          ])
        })
      },
    )

    fact(
      'holds an organization so that two who each take one administrator away leave the last',
      async (storage) => {
        const administrators = [
          aUser({ organizationId: leaf.id }),
          aUser({ organizationId: leaf.id }),
        ]
        const assignments = administrators.map((user) =>
          aRoleAssignment(user, { roleId: 'administrator' }),
        )
        await storage.transaction(async (tx) => {
          for (const user of administrators) await tx.users.insert(user, leaf.id)
          for (const assignment of assignments) await tx.roleAssignments.insert(assignment)
        })
        await Promise.all(
          assignments.map((assignment) =>
            storage.transaction(async (tx) => {
              await tx.organizations.hold([leaf.id, lodz.id])
              const left = await tx.roleAssignments.atOrganizations([leaf.id], 'administrator')
              await new Promise((resolve) => setTimeout(resolve, 1))
              if (left.length > 1) await tx.roleAssignments.remove(assignment.userId, assignment.id)
            }),
          ),
        )
        expect(
          (
            await storage.read((tx) =>
              tx.roleAssignments.atOrganizations([leaf.id], 'administrator'),
            )
          ).length,
        ).toBe(1)
      },
    )
  })
}
