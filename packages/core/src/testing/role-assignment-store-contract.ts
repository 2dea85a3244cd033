import type { Storage } from '../domain/storage.js'
import type { RoleAssignment } from '../domain/roles/role-assignment.js'
import { anOrganization, aRoleAssignment, aUser, exampleId } from './examples.js'
import { inOwnStorage, rejectionOf, type OpenStorage, type TestRunner } from './test-runner.js'

const north = anOrganization({ id: exampleId(1), name: 'North' })
const south = anOrganization({ id: exampleId(2), name: 'South' })
const ada = aUser({ id: exampleId(11), organizationId: north.id })
const grace = aUser({ id: exampleId(12), organizationId: south.id })

/** The contract of {@link RoleAssignmentStore}. */
export function describeRoleAssignmentStore(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
  const fact = (sentence: string, test: (storage: Storage) => Promise<void>) =>
    it(
      sentence,
      inOwnStorage(open, async (storage) => {
        await storage.transaction(async (tx) => {
          for (const organization of [north, south]) await tx.organizations.insert(organization)
          for (const user of [ada, grace]) await tx.users.insert(user, user.organizationId)
        })
        await test(storage)
      }),
    )

  describe(`role assignment store: ${name}`, () => {
    fact(
      'gives the assignments of the people asked for, whatever their validity, oldest first',
      async (storage) => {
        // Ids that sort against the order in which they were added.
        const over = aRoleAssignment(ada, {
          id: exampleId(99),
          validUntilAt: '2020-01-01T00:00:00.000Z',
        })
        const other = aRoleAssignment(grace, { id: exampleId(98) })
        const future = aRoleAssignment(ada, {
          id: exampleId(97),
          roleId: 'administrator',
          validFromAt: '2099-01-01T00:00:00.000Z',
          validUntilAt: '2100-01-01T00:00:00.000Z',
        })
        await storage.transaction(async (tx) => {
          for (const assignment of [over, other, future])
            expect(await tx.roleAssignments.insert(assignment)).toBe('inserted')
        })
        await storage.read(async (tx) => {
          expect(await tx.roleAssignments.ofUsers([ada.id])).toEqual([over, future])
          expect(await tx.roleAssignments.ofUsers([grace.id, ada.id, ada.id])).toEqual([
            over,
            other,
            future,
          ])
          expect(await tx.roleAssignments.ofUsers([exampleId(404)])).toEqual([])
          expect(await tx.roleAssignments.ofUsers([])).toEqual([])
        })
      },
    )

    fact(
      'refuses a second assignment of one role at one organization, and takes it elsewhere',
      async (storage) => {
        await storage.transaction(async (tx) => {
          expect(await tx.roleAssignments.insert(aRoleAssignment(ada))).toBe('inserted')
          expect(
            await tx.roleAssignments.insert(
              aRoleAssignment(ada, { validFromAt: '2030-01-01T00:00:00.000Z' }),
            ),
          ).toBe('exists')
          expect(
            await tx.roleAssignments.insert(aRoleAssignment(ada, { organizationId: south.id })),
          ).toBe('inserted')
          expect(
            await tx.roleAssignments.insert(aRoleAssignment(ada, { roleId: 'administrator' })),
          ).toBe('inserted')
          expect(
            await tx.roleAssignments.insert(aRoleAssignment(grace, { organizationId: north.id })),
          ).toBe('inserted')
        })
      },
    )

    fact(
      'gives the assignments of one role at organizations, not below them nor elsewhere, oldest first',
      async (storage) => {
        const first = aRoleAssignment(grace, { id: exampleId(99), organizationId: north.id })
        const second = aRoleAssignment(ada, {
          id: exampleId(98),
          validUntilAt: '2020-01-01T00:00:00.000Z',
        })
        const elsewhere = aRoleAssignment(ada, { organizationId: south.id })
        await storage.transaction(async (tx) => {
          for (const assignment of [
            first,
            second,
            elsewhere,
            aRoleAssignment(ada, { roleId: 'administrator' }),
          ])
            await tx.roleAssignments.insert(assignment)
        })
        await storage.read(async (tx) => {
          expect(await tx.roleAssignments.atOrganizations([north.id], 'viewer')).toEqual([
            first,
            second,
          ])
          expect(await tx.roleAssignments.atOrganizations([south.id, north.id], 'viewer')).toEqual([
            first,
            second,
            elsewhere,
          ])
          expect(await tx.roleAssignments.atOrganizations([north.id], 'unknown')).toEqual([])
          expect(await tx.roleAssignments.atOrganizations([], 'viewer')).toEqual([])
        })
      },
    )

    fact('replaces the validity of an assignment, and says when there is none', async (storage) => {
      const assignment = aRoleAssignment(ada)
      const limited = {
        ...assignment,
        validFromAt: '2026-01-01T00:00:00.000Z',
        validUntilAt: '2026-12-31T00:00:00.000Z',
      }
      await storage.transaction(async (tx) => {
        expect(await tx.roleAssignments.update(limited)).toBe(false)
        await tx.roleAssignments.insert(assignment)
        expect(await tx.roleAssignments.update(limited)).toBe(true)
      })
      expect(await storage.read((tx) => tx.roleAssignments.ofUsers([ada.id]))).toEqual([limited])
    })

    fact('takes an assignment away once, and only from its holder', async (storage) => {
      const assignment = aRoleAssignment(ada)
      await storage.transaction(async (tx) => {
        await tx.roleAssignments.insert(assignment)
        expect(await tx.roleAssignments.remove(grace.id, assignment.id)).toBe(false)
        expect(await tx.roleAssignments.remove(ada.id, assignment.id)).toBe(true)
        expect(await tx.roleAssignments.remove(ada.id, assignment.id)).toBe(false)
        expect(await tx.roleAssignments.ofUsers([ada.id])).toEqual([])
        expect(await tx.roleAssignments.atOrganizations([north.id], 'viewer')).toEqual([])
        expect(await tx.roleAssignments.insert(aRoleAssignment(ada))).toBe('inserted')
      })
    })

    fact('takes one of several away, or changes it, and leaves the others', async (storage) => {
      const [viewer, support, administrator] = ['viewer', 'support', 'administrator'].map(
        (roleId) => aRoleAssignment(ada, { roleId }),
      ) as [RoleAssignment, RoleAssignment, RoleAssignment]
      await storage.transaction(async (tx) => {
        for (const assignment of [viewer, support, administrator])
          await tx.roleAssignments.insert(assignment)
        expect(await tx.roleAssignments.remove(ada.id, support.id)).toBe(true)
        await tx.roleAssignments.update({ ...viewer, validUntilAt: '2026-12-31T00:00:00.000Z' })
      })
      const left = [{ ...viewer, validUntilAt: '2026-12-31T00:00:00.000Z' }, administrator]
      await storage.read(async (tx) => {
        expect(await tx.roleAssignments.ofUsers([ada.id])).toEqual(left)
        expect(await tx.roleAssignments.ofUsers([grace.id, ada.id])).toEqual(left)
        expect(await tx.roleAssignments.atOrganizations([north.id], 'support')).toEqual([])
        expect(await tx.roleAssignments.atOrganizations([north.id], 'administrator')).toEqual([
          administrator,
        ])
      })
    })

    fact('rejects an assignment to nobody, or at no organization', async (storage) => {
      for (const wrong of [
        aRoleAssignment({ ...ada, id: exampleId(404) }),
        aRoleAssignment(ada, { organizationId: exampleId(404) }),
      ])
        await rejectionOf(storage.transaction((tx) => tx.roleAssignments.insert(wrong)))
      expect(
        await storage.read((tx) => tx.roleAssignments.ofUsers([ada.id, exampleId(404)])),
      ).toEqual([])
    })

    fact(
      'takes back with the transaction what was given, changed and taken away',
      async (storage) => {
        const kept = aRoleAssignment(ada)
        const gone = aRoleAssignment(ada, { roleId: 'support' })
        await storage.transaction(async (tx) => {
          for (const assignment of [gone, kept]) await tx.roleAssignments.insert(assignment)
        })
        const work = storage.transaction(async (tx) => {
          await tx.roleAssignments.remove(ada.id, gone.id)
          await tx.roleAssignments.update({ ...kept, validUntilAt: '2026-12-31T00:00:00.000Z' })
          await tx.roleAssignments.insert(aRoleAssignment(ada, { roleId: 'administrator' }))
          throw new Error('no')
        })
        await work.catch(() => {})
        await storage.read(async (tx) => {
          expect(await tx.roleAssignments.ofUsers([ada.id])).toEqual([gone, kept])
          expect(await tx.roleAssignments.atOrganizations([north.id], 'administrator')).toEqual([])
        })
      },
    )
  })
}
