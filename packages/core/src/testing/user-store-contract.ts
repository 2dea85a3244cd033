import type { Storage } from '../domain/storage.js'
import {
  aLock,
  anOrganization,
  aRoleAssignment,
  aUser,
  exampleId,
  exampleOrganizationId,
} from './examples.js'
import { exampleAt } from './fixed-clock.js'
import { inOwnStorage, rejectionOf, type OpenStorage, type TestRunner } from './test-runner.js'
import type { User } from '../domain/users/user.js'

const home = exampleOrganizationId
const elsewhere = exampleId(2)

/**
 * The contract of {@link UserStore}, but for its lists and look-ups, which have their own:
 * `describeUserList`, `describeUserLookup`.
 */
export function describeUserStore(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
  const fact = (sentence: string, test: (storage: Storage) => Promise<void>) =>
    it(
      sentence,
      inOwnStorage(open, async (storage) => {
        await storage.transaction(async (tx) => {
          await tx.organizations.insert(anOrganization({ id: home }))
          await tx.organizations.insert(anOrganization({ id: elsewhere, name: 'Elsewhere' }))
        })
        await test(storage)
      }),
    )
  const add = (storage: Storage, user: User, boundary: string = user.organizationId) =>
    storage.transaction((tx) => tx.users.insert(user, boundary))
  const replace = (
    storage: Storage,
    user: User,
    expectedVersion: number,
    boundary: string = user.organizationId,
  ) => storage.transaction((tx) => tx.users.update(user, expectedVersion, boundary))
  const find = (storage: Storage, id: string) => storage.read((tx) => tx.users.find(id))
  const holderOf = async (storage: Storage, boundary: string, folded: string) =>
    (await storage.read((tx) => tx.users.findByUserName(boundary, folded)))?.id ?? null

  describe(`user store: ${name}`, () => {
    fact('gives a person back with every field as it was', async (storage) => {
      const plain = aUser()
      const full = aUser({
        version: 12,
        userName: 'Łukasz.Żółć',
        name: { givenName: 'Łukasz “%_\\”', familyName: "O'Żółć \u{1F600}" },
        emails: [
          { value: 'l@example.com', primary: false },
          { value: 'L.Z@example.com', primary: true },
        ],
        phoneNumbers: [{ value: '+48 22 123 45 67' }],
        userType: 'contractor',
        locale: 'pl-PL',
        externalId: 'HR-0042',
        attributes: { costCentre: 'A-7', nested: { deep: [1, 2.5, null, true] }, empty: '' },
        owners: { userName: 'sso', emails: 'scim' },
        lifecycle: {
          state: 'deleted',
          sinceAt: '2026-02-01T00:00:00.000Z',
          actor: { kind: 'user', id: exampleId(5), label: 'Grace Hopper' },
          reason: 'Two\nlines',
          formerState: 'deactivated',
          restorableUntilAt: '2026-03-03T00:00:00.000Z',
        },
        locks: [
          aLock({ kind: 'failed-sign-ins', reason: null, untilAt: '2026-03-02T10:00:00.000Z' }),
          aLock(),
        ],
        password: {
          state: 'reset_pending',
          sinceAt: '2026-02-02T00:00:00.000Z',
          expiresAt: '2026-05-02T00:00:00.000Z',
        },
        mfa: { required: true, enrolment: 'again' },
        failedSignIns: { count: 3, sinceAt: '2026-03-01T00:00:00.000Z' },
        inactivityLockAt: '2026-09-01T00:00:00.000Z',
        signInRoute: 'federated',
        validFromAt: '2026-01-01T00:00:00.000Z',
        validUntilAt: '2027-01-01T00:00:00.000Z',
        lastSignedInAt: '2026-02-28T23:59:59.999Z',
        createdAt: '2025-12-01T00:00:00.000Z',
        updatedAt: '2026-02-28T23:59:59.999Z',
      })
      for (const user of [plain, full]) {
        await add(storage, user)
        expect(await find(storage, user.id)).toEqual(user)
      }
      const changed: User = {
        ...full,
        version: 13,
        locks: [],
        owners: {},
        externalId: null,
        lastSignedInAt: null,
        attributes: {},
      }
      await replace(storage, changed, 12)
      expect(await find(storage, full.id)).toEqual(changed)
    })

    fact('finds nobody by an id or a username that is not there', async (storage) => {
      expect(await find(storage, exampleId(404))).toBe(null)
      expect(await holderOf(storage, home, 'nobody')).toBe(null)
    })

    fact('finds several people by id and leaves out those who are not there', async (storage) => {
      const people = [aUser(), aUser(), aUser()]
      for (const user of people) await add(storage, user)
      const found = await storage.read((tx) =>
        tx.users.findMany([people[2]!.id, exampleId(404), people[0]!.id, people[2]!.id]),
      )
      expect(found.map((user) => user.id).sort()).toEqual([people[0]!.id, people[2]!.id].sort())
      expect(await storage.read((tx) => tx.users.findMany([]))).toEqual([])
    })

    fact('rejects a person of no organization', async (storage) => {
      const nowhere = aUser({ organizationId: exampleId(404) })
      await rejectionOf(
        storage.transaction((tx) => tx.users.insert(nowhere, nowhere.organizationId)),
      )
      expect(await storage.read((tx) => tx.users.find(nowhere.id))).toBe(null)
    })

    fact(
      'refuses a username that differs only in case or width, within the boundary',
      async (storage) => {
        const ada = aUser({ userName: 'Ada.Lovelace' })
        expect(await add(storage, ada)).toBe('inserted')
        expect(await add(storage, aUser({ userName: 'ada.LOVELACE' }))).toBe('user_name_taken')
        expect(await add(storage, aUser({ userName: 'ＡＤＡ.lovelace' }))).toBe('user_name_taken')
        expect(
          await add(storage, aUser({ userName: 'ada.lovelace', organizationId: elsewhere })),
        ).toBe('inserted')
        expect(await holderOf(storage, home, 'ada.lovelace')).toBe(ada.id)
      },
    )

    fact(
      'keeps a username unique across organizations where the boundary is the whole roster',
      async (storage) => {
        expect(await add(storage, aUser({ userName: 'ada' }), 'roster')).toBe('inserted')
        expect(
          await add(storage, aUser({ userName: 'Ada', organizationId: elsewhere }), 'roster'),
        ).toBe('user_name_taken')
      },
    )

    fact(
      'adds many people at once with their roles, and says of each whether their username was free',
      async (storage) => {
        await add(storage, aUser({ userName: 'ada' }))
        const people = [
          aUser({ userName: 'Ada' }),
          aUser({ userName: 'grace' }),
          aUser({ userName: 'GRACE' }),
          aUser({ userName: 'ada', organizationId: elsewhere }),
          aUser({ userName: 'Łukasz', name: { givenName: 'Łukasz', familyName: 'Żółć' } }),
        ]
        const assignments = people.map((user) => [
          aRoleAssignment(user),
          aRoleAssignment(user, {
            roleId: 'administrator',
            organizationId: elsewhere,
            validUntilAt: '2020-01-01T00:00:00.000Z',
          }),
        ])
        const outcomes = await storage.transaction((tx) =>
          tx.users.insertMany(
            people.map((user, index) => ({
              user,
              boundary: user.organizationId,
              assignments: assignments[index]!,
            })),
          ),
        )
        expect(outcomes).toEqual([
          'user_name_taken',
          'inserted',
          'user_name_taken',
          'inserted',
          'inserted',
        ])
        const [ada, grace, shout, other, lukasz] = people as [User, User, User, User, User]
        await storage.read(async (tx) => {
          for (const user of [grace, other, lukasz])
            expect(await tx.users.find(user.id)).toEqual(user)
          for (const user of [ada, shout]) expect(await tx.users.find(user.id)).toBe(null)
          expect(await tx.roleAssignments.ofUsers([ada, shout].map(({ id }) => id))).toEqual([])
          expect(
            await tx.roleAssignments.ofUsers([grace, other, lukasz].map(({ id }) => id)),
          ).toEqual([assignments[1]!, assignments[3]!, assignments[4]!].flat())
          // Lists find them by what they search, filter and sort by, as if added one by one.
          const list = (more: object) =>
            tx.users.list({
              withinOrganizationIds: [home, elsewhere],
              at: exampleAt,
              sort: 'userName',
              direction: 'ascending',
              after: null,
              limit: 10,
              ...more,
            })
          expect((await list({ search: 'zolc' })).items).toEqual([lukasz])
          expect((await list({ search: 'ra' })).items).toEqual([grace])
          expect(
            (await list({ sort: 'role', roleIds: ['viewer'] })).items.map(({ id }) => id).sort(),
          ).toEqual([grace.id, other.id, lukasz.id].sort())
        })
        expect(await holderOf(storage, home, 'grace')).toBe(grace.id)
        expect(await add(storage, aUser({ userName: 'grace' }))).toBe('user_name_taken')
        expect(await storage.transaction((tx) => tx.users.insertMany([]))).toEqual([])
      },
    )

    fact('adds more people at once than a statement has room for', async (storage) => {
      const people = Array.from({ length: 2_500 }, (_, index) =>
        aUser({ userName: `person-${index}` }),
      )
      const outcomes = await storage.transaction((tx) =>
        tx.users.insertMany(
          people.map((user) => ({ user, boundary: home, assignments: [aRoleAssignment(user)] })),
        ),
      )
      expect(new Set(outcomes)).toEqual(new Set(['inserted']))
      expect(outcomes.length).toBe(2_500)
      expect(
        await storage.read((tx) =>
          tx.users.count({ withinOrganizationIds: [home], roleIds: ['viewer'] }, exampleAt, 5_000),
        ),
      ).toEqual({ value: 2_500, exact: true })
    })

    fact('keeps nothing of many people when the transaction rejects', async (storage) => {
      const ada = aUser({ userName: 'ada' })
      const work = storage.transaction(async (tx) => {
        await tx.users.insertMany([
          { user: ada, boundary: home, assignments: [aRoleAssignment(ada)] },
        ])
        throw new Error('no')
      })
      await work.catch(() => {})
      expect(await find(storage, ada.id)).toBe(null)
      expect(await add(storage, aUser({ userName: 'ada' }))).toBe('inserted')
    })

    fact('gives people with their roles as one would find each by itself', async (storage) => {
      const people = [aUser(), aUser({ organizationId: elsewhere }), aUser()]
      const assignments = [
        aRoleAssignment(people[1]!, { organizationId: home }),
        aRoleAssignment(people[0]!),
        aRoleAssignment(people[0]!, {
          roleId: 'support',
          validUntilAt: '2020-01-01T00:00:00.000Z',
        }),
      ]
      for (const user of people) await add(storage, user)
      await storage.transaction(async (tx) => {
        for (const assignment of assignments) await tx.roleAssignments.insert(assignment)
      })
      const byId = (a: { readonly id: string }, b: { readonly id: string }) =>
        a.id < b.id ? -1 : 1
      await storage.read(async (tx) => {
        const ids = [people[1]!.id, exampleId(404), people[0]!.id, people[1]!.id]
        const found = await tx.users.findWithRoles(ids)
        expect([...found.users].sort(byId)).toEqual([people[0]!, people[1]!].sort(byId))
        expect(found.assignments).toEqual(await tx.roleAssignments.ofUsers(ids))
        expect(new Map(found.lineages)).toEqual(
          new Map(await tx.organizations.lineages([home, elsewhere])),
        )
        const { users: _, ...roles } = found
        expect(await tx.users.rolesOf(found.users)).toEqual(roles)
        expect(await tx.users.rolesOf([people[2]!])).toEqual({
          assignments: [],
          lineages: await tx.organizations.lineages([home]),
        })
        expect(await tx.users.findWithRoles([exampleId(404)])).toEqual({
          users: [],
          assignments: [],
          lineages: new Map(),
        })
        expect(await tx.users.findWithRoles([])).toEqual({
          users: [],
          assignments: [],
          lineages: new Map(),
        })
        expect(await tx.users.rolesOf([])).toEqual({ assignments: [], lineages: new Map() })
      })
    })

    fact(
      'sees within a transaction what the same transaction has changed of a person, also by version',
      async (storage) => {
        const ada = aUser({ userName: 'ada' })
        await add(storage, ada)
        await storage.transaction(async (tx) => {
          await tx.users.findWithRoles([ada.id])
          const second: User = {
            ...ada,
            version: 2,
            userName: 'augusta',
            name: { givenName: 'Augusta', familyName: 'King' },
          }
          expect(await tx.users.update(second, 1, home)).toBe('updated')
          expect(await tx.users.update({ ...ada, version: 2 }, 1, home)).toBe('stale')
          expect(await tx.users.update({ ...second, version: 3, locale: 'fr' }, 2, home)).toBe(
            'updated',
          )
          expect(await tx.users.find(ada.id)).toEqual({ ...second, version: 3, locale: 'fr' })
          expect(await tx.users.update({ ...ada, version: 4 }, 3, home)).toBe('updated')
          expect(await tx.users.find(ada.id)).toEqual({ ...ada, version: 4 })
        })
        expect(await holderOf(storage, home, 'ada')).toBe(ada.id)
        expect(await holderOf(storage, home, 'augusta')).toBe(null)
        expect(
          (
            await storage.read((tx) =>
              tx.users.list({
                withinOrganizationIds: [home],
                search: 'augusta',
                at: exampleAt,
                sort: 'userName',
                direction: 'ascending',
                after: null,
                limit: 10,
              }),
            )
          ).items,
        ).toEqual([])
      },
    )

    fact('gives a username to one of those who ask for it at the same moment', async (storage) => {
      const outcomes = await Promise.all(
        ['ada', 'Ada', 'ADA', 'aDa'].map((userName) => add(storage, aUser({ userName }))),
      )
      expect(outcomes.sort()).toEqual([
        'inserted',
        'user_name_taken',
        'user_name_taken',
        'user_name_taken',
      ])
    })

    fact('keeps nothing of a person whose username was taken', async (storage) => {
      await add(storage, aUser({ userName: 'ada' }))
      const late = aUser({ userName: 'Ada' })
      await storage.transaction(async (tx) => {
        await tx.users.insert(late, home)
        // The transaction goes on: a refusal is a value, not a fault.
        expect(await tx.users.find(late.id)).toBe(null)
        expect(await tx.users.insert({ ...late, userName: 'ada2' }, home)).toBe('inserted')
      })
    })

    fact(
      'keeps the username of somebody deleted until they are removed for good',
      async (storage) => {
        const ada = aUser({ userName: 'ada' })
        await add(storage, ada)
        await replace(
          storage,
          {
            ...ada,
            version: 2,
            lifecycle: { ...ada.lifecycle, state: 'deleted', formerState: 'active' },
          },
          1,
        )
        expect(await add(storage, aUser({ userName: 'ada' }))).toBe('user_name_taken')
        expect(await storage.transaction((tx) => tx.users.remove(ada.id))).toBe(true)
        expect(await add(storage, aUser({ userName: 'ada' }))).toBe('inserted')
      },
    )

    fact('removes a person once, with their roles', async (storage) => {
      const ada = aUser()
      await add(storage, ada)
      await storage.transaction(async (tx) => {
        await tx.roleAssignments.insert(aRoleAssignment(ada))
        expect(await tx.users.remove(ada.id)).toBe(true)
        expect(await tx.users.remove(ada.id)).toBe(false)
        expect(await tx.users.find(ada.id)).toBe(null)
        expect(await tx.roleAssignments.ofUsers([ada.id])).toEqual([])
        expect(await tx.roleAssignments.atOrganizations([home], 'viewer')).toEqual([])
        expect((await tx.users.count({ withinOrganizationIds: [home] }, exampleAt, 10)).value).toBe(
          0,
        )
      })
    })

    fact(
      'replaces a person from the version they had, and refuses one that is stale or not there',
      async (storage) => {
        const ada = aUser()
        await add(storage, ada)
        const next: User = { ...ada, version: 2, locale: 'en-GB' }
        expect(await replace(storage, next, 1)).toBe('updated')
        expect(await replace(storage, { ...ada, version: 2, locale: 'fr' }, 1)).toBe('stale')
        expect(await replace(storage, { ...next, version: 6 }, 5)).toBe('stale')
        expect(await replace(storage, aUser(), 1)).toBe('stale')
        expect(await find(storage, ada.id)).toEqual(next)
      },
    )

    fact('frees the former username of somebody who takes another', async (storage) => {
      const ada = aUser({ userName: 'ada' })
      await add(storage, ada)
      expect(await replace(storage, { ...ada, version: 2, userName: 'augusta' }, 1)).toBe('updated')
      expect(await holderOf(storage, home, 'ada')).toBe(null)
      expect(await holderOf(storage, home, 'augusta')).toBe(ada.id)
      expect(await add(storage, aUser({ userName: 'ada' }))).toBe('inserted')
    })

    fact('lets somebody change how their own username is written', async (storage) => {
      const ada = aUser({ userName: 'ada' })
      await add(storage, ada)
      expect(await replace(storage, { ...ada, version: 2, userName: 'Ada' }, 1)).toBe('updated')
      expect((await find(storage, ada.id))?.userName).toBe('Ada')
      expect(await holderOf(storage, home, 'ada')).toBe(ada.id)
    })

    fact('refuses to change to a username that is taken, and changes nothing', async (storage) => {
      const ada = aUser({ userName: 'ada' })
      const grace = aUser({ userName: 'grace' })
      for (const user of [ada, grace]) await add(storage, user)
      expect(
        await replace(storage, { ...grace, version: 2, userName: 'ADA', locale: 'fr' }, 1),
      ).toBe('user_name_taken')
      expect(await find(storage, grace.id)).toEqual(grace)
      expect(await holderOf(storage, home, 'grace')).toBe(grace.id)
      expect(await holderOf(storage, home, 'ada')).toBe(ada.id)
    })

    fact('calls an update stale before it looks at the username', async (storage) => {
      const ada = aUser({ userName: 'ada' })
      const grace = aUser({ userName: 'grace' })
      for (const user of [ada, grace]) await add(storage, user)
      expect(await replace(storage, { ...grace, version: 8, userName: 'ada' }, 7)).toBe('stale')
    })

    fact(
      'moves a person to another organization, with their username and their roles',
      async (storage) => {
        const ada = aUser({ userName: 'ada' })
        const role = aRoleAssignment(ada)
        await add(storage, ada)
        await storage.transaction((tx) => tx.roleAssignments.insert(role))
        const moved: User = { ...ada, version: 2, organizationId: elsewhere }
        expect(await replace(storage, moved, 1)).toBe('updated')
        await storage.read(async (tx) => {
          expect(await tx.users.find(ada.id)).toEqual(moved)
          expect(await tx.roleAssignments.ofUsers([ada.id])).toEqual([
            { ...role, userOrganizationId: elsewhere },
          ])
          expect(
            (await tx.users.count({ withinOrganizationIds: [elsewhere] }, exampleAt, 10)).value,
          ).toBe(1)
          expect(
            (await tx.users.count({ withinOrganizationIds: [home] }, exampleAt, 10)).value,
          ).toBe(0)
        })
        expect(await holderOf(storage, elsewhere, 'ada')).toBe(ada.id)
        expect(await holderOf(storage, home, 'ada')).toBe(null)
      },
    )

    fact('refuses to move a person to where their username is taken', async (storage) => {
      const ada = aUser({ userName: 'ada' })
      await add(storage, ada)
      await add(storage, aUser({ userName: 'Ada', organizationId: elsewhere }))
      expect(await replace(storage, { ...ada, version: 2, organizationId: elsewhere }, 1)).toBe(
        'user_name_taken',
      )
      expect(await find(storage, ada.id)).toEqual(ada)
    })
  })
}
