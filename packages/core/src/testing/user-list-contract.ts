import type { Instant } from '../kernel/clock.js'
import { covers, endsWithin } from '../kernel/period.js'
import { compareText, foldForSearch } from '../kernel/text.js'
import type { Organization } from '../domain/organizations/organization.js'
import type { RoleAssignment } from '../domain/roles/role-assignment.js'
import type { Storage } from '../domain/storage.js'
import { aLock, anOrganization, aRoleAssignment, aUser, exampleId } from './examples.js'
import { inOwnStorage, type OpenStorage, type TestRunner } from './test-runner.js'
import { mfaState, mfaStates } from '../domain/users/mfa-state.js'
import { explain, statuses, type Status } from '../domain/users/status.js'
import { lastSeenAt, mfaEnrolments, type User } from '../domain/users/user.js'
import { sortValue, statusRank } from '../domain/users/user-sort.js'
import {
  userSortKeys,
  type UserFilter,
  type UserQuery,
  type UserSortKey,
} from '../domain/users/user-store.js'

const before = '2026-03-01T00:00:00.000Z'
const at = '2026-03-02T09:00:00.000Z'
const soon = '2026-03-02T10:00:00.000Z'
const later = '2026-04-01T00:00:00.000Z'

const platform = anOrganization({ id: exampleId(1), name: 'Platform' })
const north = anOrganization({ id: exampleId(2), name: 'North', parentId: platform.id, depth: 1 })
const south = anOrganization({ id: exampleId(3), name: 'South', parentId: platform.id, depth: 1 })
const oslo = anOrganization({ id: exampleId(4), name: 'Oslo', parentId: north.id, depth: 2 })
const bergen = anOrganization({ id: exampleId(5), name: 'Bergen', parentId: north.id, depth: 2 })
const tree = [platform, north, south, oslo, bergen]
const directions = ['ascending', 'descending'] as const

/**
 * The contract of the lists of {@link UserStore}: order, pages, search, status, roles, scope,
 * counts.
 */
export function describeUserList(
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
  const add = (
    storage: Storage,
    users: readonly User[],
    assignments: readonly RoleAssignment[] = [],
  ) =>
    storage.transaction(async (tx) => {
      for (const user of users)
        expect(await tx.users.insert(user, user.organizationId)).toBe('inserted')
      for (const assignment of assignments)
        expect(await tx.roleAssignments.insert(assignment)).toBe('inserted')
    })
  /** The ids of all who match, and by the way that the count agrees. */
  const found = async (storage: Storage, filter: Partial<UserFilter>, when: Instant = at) => {
    const whole: UserFilter = { withinOrganizationIds: [platform.id], ...filter }
    const users = await everyPage(storage, { ...whole, at: when }, 100)
    expect(await storage.read((tx) => tx.users.count(whole, when, 1000))).toEqual({
      value: users.length,
      exact: true,
    })
    return users.map((user) => user.id).sort()
  }
  const idsOf = (...users: readonly User[]) => users.map((user) => user.id).sort()

  describe(`lists of the user store: ${name}`, () => {
    fact('has one empty page when there is nobody', async (storage) => {
      for (const sort of userSortKeys)
        expect(await storage.read((tx) => tx.users.list({ ...listed, sort }))).toEqual({
          items: [],
          next: null,
        })
      expect(
        await storage.read((tx) =>
          tx.users.count({ withinOrganizationIds: [platform.id] }, at, 10),
        ),
      ).toEqual({ value: 0, exact: true })
    })

    for (const sort of userSortKeys) {
      for (const direction of directions) {
        fact(`sorts by ${sort}, ${direction}, whatever the size of the page`, async (storage) => {
          const { users, assignments } = aPopulation()
          await add(storage, users, assignments)
          const expected = sorted(users, assignments, tree, sort, direction)
          for (const limit of [1, 7, users.length, users.length + 1]) {
            expect((await everyPage(storage, { sort, direction }, limit)).map(labelOf)).toEqual(
              expected.map(labelOf),
            )
          }
        })
      }
    }

    fact('sorts and pages within several organizations as within all', async (storage) => {
      const { users, assignments } = aPopulation()
      await add(storage, users, assignments)
      for (const within of [[oslo], [oslo, south], [oslo, bergen, south], [north, oslo]]) {
        const scope = within.map(({ id }) => id)
        const there = users.filter((user) =>
          lineageOf(user.organizationId, tree).some(({ id }) => scope.includes(id)),
        )
        for (const sort of userSortKeys) {
          for (const direction of directions) {
            const listedThere = await everyPage(
              storage,
              { withinOrganizationIds: scope, sort, direction },
              5,
            )
            expect(listedThere.map(labelOf)).toEqual(
              sorted(there, assignments, tree, sort, direction).map(labelOf),
            )
          }
        }
      }
    })

    fact('lists people without a last sign-in last, in both directions', async (storage) => {
      const never = aUser()
      const long = aUser({ lastSignedInAt: '2025-01-01T00:00:00.000Z' })
      const lately = aUser({ lastSignedInAt: '2026-03-01T00:00:00.000Z' })
      await add(storage, [never, long, lately])
      const order = async (direction: UserQuery['direction']) =>
        (await everyPage(storage, { sort: 'lastSignedInAt', direction }, 1)).map((user) => user.id)
      expect(await order('ascending')).toEqual([long.id, lately.id, never.id])
      expect(await order('descending')).toEqual([lately.id, long.id, never.id])
    })

    fact('sorts Łukasz among the Ls, case and accents aside', async (storage) => {
      const people = ['Zoe', 'łukasz', 'Lukas', 'émile', 'Malte', 'Emil'].map((givenName) =>
        aUser({ name: { givenName, familyName: 'Same' } }),
      )
      await add(storage, people)
      expect(
        (await everyPage(storage, { sort: 'givenName' }, 2)).map((user) => user.name.givenName),
      ).toEqual(['Emil', 'émile', 'Lukas', 'łukasz', 'Malte', 'Zoe'])
    })

    fact(
      'pages through 500 people with equal sort values without repeating or losing one',
      async (storage) => {
        const people = Array.from({ length: 500 }, (_, index) =>
          aUser({ organizationId: tree[index % tree.length]!.id }),
        )
        await add(storage, people)
        for (const sort of ['familyName', 'status', 'role', 'lastSignedInAt'] as const) {
          const ids = (await everyPage(storage, { sort }, 60)).map((user) => user.id)
          expect(ids).toEqual(people.map((user) => user.id).sort(compareText))
        }
      },
    )

    fact('fills each page, and says of the last that nobody follows', async (storage) => {
      const users = ['A', 'B', 'C', 'D'].map((familyName) =>
        aUser({ organizationId: north.id, name: { givenName: 'x', familyName } }),
      )
      await add(storage, users)
      const page = (after: UserQuery['after']) =>
        storage.read((tx) =>
          tx.users.list({ ...listed, sort: 'familyName', direction: 'ascending', after, limit: 2 }),
        )
      const first = await page(null)
      const last = await page(first.next)
      expect(
        [first, last].map(({ items }) => items.map(({ name: { familyName } }) => familyName)),
      ).toEqual([
        ['A', 'B'],
        ['C', 'D'],
      ])
      expect([first.next === null, last.next === null]).toEqual([false, true])
    })

    fact('goes on from where a person stood who has gone or changed since', async (storage) => {
      const people = ['Anna', 'Bea', 'Clara', 'Dora'].map((familyName) =>
        aUser({ name: { givenName: 'X', familyName } }),
      )
      await add(storage, people)
      const first = await storage.read((tx) => tx.users.list({ ...listed, limit: 2 }))
      await storage.transaction((tx) => tx.users.remove(people[1]!.id))
      expect(
        (await storage.read((tx) => tx.users.list({ ...listed, after: first.next }))).items.map(
          (user) => user.name.familyName,
        ),
      ).toEqual(['Clara', 'Dora'])
    })

    fact('follows a change of every field that it sorts by', async (storage) => {
      const ada = aUser({ name: { givenName: 'Ada', familyName: 'Adams' } })
      const mia = aUser({ name: { givenName: 'Mia', familyName: 'Moore' } })
      await add(storage, [ada, mia])
      await everyPage(storage, {}, 10)
      expect(await found(storage, { search: 'adams' })).toEqual([ada.id])
      await storage.transaction((tx) =>
        tx.users.update(
          { ...ada, version: 2, name: { givenName: 'Zoe', familyName: 'Zuse' } },
          1,
          ada.organizationId,
        ),
      )
      for (const sort of ['givenName', 'familyName'] as const)
        expect((await everyPage(storage, { sort }, 1)).map((user) => user.id)).toEqual([
          mia.id,
          ada.id,
        ])
      expect(await found(storage, { search: 'adams' })).toEqual([])
      expect(await found(storage, { search: 'zuse' })).toEqual([ada.id])
    })

    fact('finds any part of name, username and every e-mail address', async (storage) => {
      const lukasz = aUser({
        userName: 'l.wójcik',
        name: { givenName: 'Łukasz', familyName: 'Wójcik' },
        emails: [
          { value: 'post@example.org', primary: true },
          { value: 'Second.One@example.net', primary: false },
        ],
      })
      const other = aUser({
        userName: 'other',
        name: { givenName: 'Grace', familyName: 'Hopper' },
        emails: [{ value: 'g@example.com', primary: true }],
      })
      await add(storage, [lukasz, other])
      for (const search of [
        'lukasz',
        'ŁUKASZ',
        'ukas',
        'wojcik',
        'łukasz wójcik',
        'wojcik lukasz',
        'L.WÓJ',
        'second.one',
        'z',
        'example.org',
      ]) {
        expect(await found(storage, { search: foldForSearch(search) })).toEqual([lukasz.id])
      }
      expect(await found(storage, { search: 'example' })).toEqual(idsOf(lukasz, other))
      expect(await found(storage, { search: 'nobody' })).toEqual([])
    })

    fact(
      'takes a percent sign, an underscore, a backslash, a quote and an asterisk for themselves in a search',
      async (storage) => {
        const signs = ['%', '_', '\\', '"', "'", '*', '(']
        const people = signs.map((sign) =>
          aUser({ name: { givenName: 'Sign', familyName: `A${sign}B` } }),
        )
        await add(storage, [
          ...people,
          aUser({ userName: 'plain', name: { givenName: 'Plain', familyName: 'AxB' } }),
        ])
        for (const [index, sign] of signs.entries()) {
          expect(await found(storage, { search: foldForSearch(sign) })).toEqual([people[index]!.id])
          expect(await found(storage, { search: foldForSearch(`a${sign}b`) })).toEqual([
            people[index]!.id,
          ])
        }
      },
    )

    fact('finds people in every status that exists', async (storage) => {
      const { users } = aPopulation()
      await add(storage, users)
      for (const status of statuses) {
        const expected = users.filter((user) => statusOf(user, tree) === status)
        expect(await found(storage, { statuses: [status] })).toEqual(idsOf(...expected))
      }
      expect(await found(storage, { statuses: ['LOCKED_BY_ADMIN', 'STAGED'] })).toEqual(
        idsOf(
          ...users.filter((user) => ['LOCKED_BY_ADMIN', 'STAGED'].includes(statusOf(user, tree))),
        ),
      )
    })

    fact('follows a lock whose end passes, though nothing is written', async (storage) => {
      const ada = aUser({ locks: [aLock({ untilAt: soon })] })
      await add(storage, [ada])
      expect(await found(storage, { statuses: ['LOCKED_BY_ADMIN'] }, at)).toEqual([ada.id])
      expect(await found(storage, { statuses: ['ACTIVE'] }, at)).toEqual([])
      expect(await found(storage, { statuses: ['LOCKED_BY_ADMIN'] }, soon)).toEqual([])
      expect(await found(storage, { statuses: ['ACTIVE'] }, soon)).toEqual([ada.id])
      expect((await storage.read((tx) => tx.users.find(ada.id)))?.version).toBe(1)
    })

    fact(
      'follows validity, expiry and locks that begin and end one after the other',
      async (storage) => {
        const ada = aUser({
          validFromAt: '2026-03-03T00:00:00.000Z',
          validUntilAt: '2026-03-09T00:00:00.000Z',
          locks: [
            aLock({ fromAt: '2026-03-04T00:00:00.000Z', untilAt: '2026-03-05T00:00:00.000Z' }),
          ],
          password: { state: 'set', sinceAt: null, expiresAt: '2026-03-07T00:00:00.000Z' },
        })
        await add(storage, [ada])
        const course: readonly (readonly [Instant, Status])[] = [
          ['2026-03-02T23:59:59.999Z', 'NOT_YET_VALID'],
          ['2026-03-03T00:00:00.000Z', 'ACTIVE'],
          ['2026-03-04T00:00:00.000Z', 'LOCKED_BY_ADMIN'],
          ['2026-03-05T00:00:00.000Z', 'ACTIVE'],
          ['2026-03-07T00:00:00.000Z', 'AWAITING_NEW_PASSWORD'],
          ['2026-03-09T00:00:00.000Z', 'NO_LONGER_VALID'],
        ]
        for (const [when, status] of course)
          expect(await found(storage, { statuses: [status] }, when)).toEqual([ada.id])
        // And the same backwards: clocks are set back, and “as of” asks about the past.
        for (const [when, status] of course.toReversed()) {
          expect(await found(storage, { statuses: [status] }, when)).toEqual([ada.id])
          expect(
            await found(storage, { statuses: statuses.filter((other) => other !== status) }, when),
          ).toEqual([])
        }
      },
    )

    fact('sorts by the status that holds at the instant asked about', async (storage) => {
      const locked = aUser({ locks: [aLock({ untilAt: soon })] })
      const willBeDue = aUser({ validUntilAt: soon })
      const plain = aUser()
      await add(storage, [locked, willBeDue, plain])
      const order = async (when: Instant) =>
        (await everyPage(storage, { sort: 'status', at: when }, 1)).map((user) => user.id)
      expect(await order(at)).toEqual([locked.id, willBeDue.id, plain.id])
      expect(await order(soon)).toEqual([willBeDue.id, locked.id, plain.id])
      expect(await order(before)).toEqual([locked.id, willBeDue.id, plain.id])
    })

    fact(
      'shows an organization’s lock on everyone below, and their own status again when it is lifted',
      async (storage) => {
        const active = aUser({ organizationId: oslo.id })
        const staged = aUser({
          organizationId: north.id,
          lifecycle: { ...aUser().lifecycle, state: 'staged' },
        })
        const lockedThemselves = aUser({ organizationId: bergen.id, locks: [aLock()] })
        const deactivated = aUser({
          organizationId: oslo.id,
          lifecycle: { ...aUser().lifecycle, state: 'deactivated' },
        })
        const outside = aUser({ organizationId: south.id })
        await add(storage, [active, staged, lockedThemselves, deactivated, outside])
        const set = (organization: Organization, version: number) =>
          storage.transaction((tx) =>
            tx.organizations.update({ ...organization, version: version + 1 }, version),
          )
        const below = idsOf(active, staged, lockedThemselves)

        await set({ ...north, locks: [aLock({ fromAt: before, untilAt: later })] }, 1)
        expect(await found(storage, { statuses: ['LOCKED_BY_ORGANIZATION'] })).toEqual(below)
        expect(await found(storage, { statuses: ['LOCKED_BY_ADMIN', 'STAGED', 'ACTIVE'] })).toEqual(
          [outside.id],
        )
        expect(await found(storage, { statuses: ['DEACTIVATED'] })).toEqual([deactivated.id])
        expect(
          await found(storage, {
            statuses: ['LOCKED_BY_ORGANIZATION'],
            withinOrganizationIds: [oslo.id],
          }),
        ).toEqual([active.id])
        expect(
          await found(storage, {
            statuses: ['LOCKED_BY_ORGANIZATION'],
            withinOrganizationIds: [south.id],
          }),
        ).toEqual([])
        // Its end passes without a change.
        expect(await found(storage, { statuses: ['LOCKED_BY_ORGANIZATION'] }, later)).toEqual([])
        expect(await found(storage, { statuses: ['ACTIVE'] }, later)).toEqual(
          idsOf(active, outside),
        )

        await set({ ...north, locks: [] }, 2)
        expect(await found(storage, { statuses: ['LOCKED_BY_ORGANIZATION'] })).toEqual([])
        expect(await found(storage, { statuses: ['STAGED'] })).toEqual([staged.id])
        expect(await found(storage, { statuses: ['LOCKED_BY_ADMIN'] })).toEqual([
          lockedThemselves.id,
        ])
        expect(await storage.read((tx) => tx.users.find(active.id))).toEqual(active)
      },
    )

    fact('sorts and pages by status while organizations are locked', async (storage) => {
      const { users, assignments } = aPopulation()
      await add(storage, users, assignments)
      for (const locked of [bergen, north, platform]) {
        const [found] = await storage.transaction(async (tx) => {
          const current = (await tx.organizations.find(locked.id))!
          const next = { ...current, version: current.version + 1, locks: [aLock()] }
          await tx.organizations.update(next, current.version)
          return [await tx.organizations.below([platform.id])]
        })
        for (const direction of directions) {
          const expected = sorted(users, assignments, found, 'status', direction).map(
            (user) => user.id,
          )
          for (const limit of [3, 100])
            expect(
              (await everyPage(storage, { sort: 'status', direction }, limit)).map(
                (user) => user.id,
              ),
            ).toEqual(expected)
          const inNorth = users.filter(
            (user) => user.organizationId !== south.id && user.organizationId !== platform.id,
          )
          const listedThere = await everyPage(
            storage,
            {
              sort: 'status',
              direction,
              withinOrganizationIds: [north.id],
              statuses: ['LOCKED_BY_ORGANIZATION', 'DELETED', 'ACTIVE'],
            },
            2,
          )
          const wanted = new Set<Status>(['LOCKED_BY_ORGANIZATION', 'DELETED', 'ACTIVE'])
          expect(listedThere.map((user) => user.id)).toEqual(
            sorted(
              inNorth.filter((user) => wanted.has(statusOf(user, found))),
              assignments,
              found,
              'status',
              direction,
            ).map((user) => user.id),
          )
        }
      }
    })

    fact(
      'finds those who hold a role somewhere at the instant, not before it begins nor from its end on',
      async (storage) => {
        const [ada, grace, mia, nobody] = [aUser(), aUser(), aUser(), aUser()]
        await add(
          storage,
          [ada, grace, mia, nobody],
          [
            aRoleAssignment(ada),
            aRoleAssignment(ada, { organizationId: south.id }),
            aRoleAssignment(ada, { roleId: 'administrator', validUntilAt: soon }),
            aRoleAssignment(grace, { roleId: 'administrator', validFromAt: soon }),
            aRoleAssignment(mia, { roleId: 'support', organizationId: oslo.id }),
          ],
        )
        expect(await found(storage, { roleIds: ['viewer'] })).toEqual([ada.id])
        expect(await found(storage, { roleIds: ['administrator'] })).toEqual([ada.id])
        expect(await found(storage, { roleIds: ['administrator'] }, soon)).toEqual([grace.id])
        expect(await found(storage, { roleIds: ['support', 'viewer'] })).toEqual(idsOf(ada, mia))
        expect(await found(storage, { roleIds: ['unknown'] })).toEqual([])
      },
    )

    fact(
      'sorts by the first role in force, and follows roles given, limited, taken away and ended',
      async (storage) => {
        const [ada, grace, mia] = [aUser(), aUser(), aUser()]
        const administrator = aRoleAssignment(ada, { roleId: 'administrator', validUntilAt: soon })
        const support = aRoleAssignment(grace, { roleId: 'support' })
        await add(
          storage,
          [ada, grace, mia],
          [aRoleAssignment(ada, { roleId: 'viewer' }), administrator, support],
        )
        const order = async (when: Instant, direction: UserQuery['direction'] = 'ascending') =>
          (await everyPage(storage, { sort: 'role', at: when, direction }, 1)).map(
            (user) => user.id,
          )
        expect(await order(at)).toEqual([ada.id, grace.id, mia.id])
        expect(await order(at, 'descending')).toEqual([grace.id, ada.id, mia.id])
        expect(await order(soon)).toEqual([grace.id, ada.id, mia.id])
        expect(await order(at)).toEqual([ada.id, grace.id, mia.id])
        await storage.transaction((tx) =>
          tx.roleAssignments.insert(
            aRoleAssignment(mia, { roleId: 'a-first', validFromAt: later }),
          ),
        )
        expect(await order(at)).toEqual([ada.id, grace.id, mia.id])
        expect(await order(later)).toEqual([mia.id, grace.id, ada.id])
        await storage.transaction((tx) => tx.roleAssignments.remove(grace.id, support.id))
        expect(await order(later)).toEqual([mia.id, ada.id, grace.id])
        await storage.transaction((tx) =>
          tx.roleAssignments.update({ ...administrator, validUntilAt: null }),
        )
        expect(await order(later, 'descending')).toEqual([ada.id, mia.id, grace.id])
      },
    )

    fact(
      'sorts by role those who were added many at once, and knows when their roles begin and end',
      async (storage) => {
        const [zed, mia, ada] = [aUser(), aUser(), aUser()]
        const roles = [
          [aRoleAssignment(zed, { roleId: 'viewer' }), aRoleAssignment(zed, { roleId: 'manager' })],
          [
            aRoleAssignment(mia, { roleId: 'clerk', validUntilAt: soon }),
            aRoleAssignment(mia, { roleId: 'writer', validUntilAt: later }),
          ],
          [
            aRoleAssignment(ada, { roleId: 'auditor', validFromAt: soon }),
            aRoleAssignment(ada, { roleId: 'support' }),
          ],
        ]
        await storage.transaction((tx) =>
          tx.users.insertMany(
            [zed, mia, ada].map((user, index) => ({
              user,
              boundary: user.organizationId,
              assignments: roles[index]!,
            })),
          ),
        )
        const order = async (when: Instant) =>
          (await everyPage(storage, { sort: 'role', at: when, direction: 'ascending' }, 1)).map(
            (user) => user.id,
          )
        expect(await order(at)).toEqual([mia.id, zed.id, ada.id])
        expect(await order(soon)).toEqual([ada.id, zed.id, mia.id])
        expect(await order(at)).toEqual([mia.id, zed.id, ada.id])
        // Of two ends the earlier one counts, whichever was given first.
        expect(await found(storage, { expiring: { wanted: true, byAt: soon } })).toEqual([mia.id])
      },
    )

    fact('finds people by the state of their second factor, and follows it', async (storage) => {
      const [plain, asked, enrolled, again] = [
        aUser(),
        aUser({ mfa: { required: true, enrolment: 'none' } }),
        aUser({ mfa: { required: false, enrolment: 'enrolled' } }),
        aUser({ mfa: { required: true, enrolment: 'again' } }),
      ]
      await add(storage, [plain, asked, enrolled, again])
      expect(await found(storage, { mfaStates: ['not_required'] })).toEqual([plain.id])
      expect(await found(storage, { mfaStates: ['not_enrolled'] })).toEqual([asked.id])
      expect(await found(storage, { mfaStates: ['enrolled'] })).toEqual([enrolled.id])
      expect(await found(storage, { mfaStates: ['again', 'not_enrolled'] })).toEqual(
        idsOf(asked, again),
      )
      expect(await found(storage, { mfaStates: mfaStates })).toEqual(
        idsOf(plain, asked, enrolled, again),
      )
      await storage.transaction((tx) =>
        tx.users.update(
          { ...asked, version: 2, mfa: { required: true, enrolment: 'enrolled' } },
          1,
          asked.organizationId,
        ),
      )
      expect(await found(storage, { mfaStates: ['not_enrolled'] })).toEqual([])
      expect(await found(storage, { mfaStates: ['enrolled'] })).toEqual(idsOf(asked, enrolled))
    })

    fact(
      'finds those who have not signed in since an instant, or were added by then and never did, whatever their status',
      async (storage) => {
        const justBefore = '2026-02-28T23:59:59.999Z'
        const justAfter = '2026-03-01T00:00:00.001Z'
        const added = { createdAt: justBefore }
        const long = aUser({ ...added, lastSignedInAt: justBefore })
        const edge = aUser({ ...added, lastSignedInAt: before })
        const lately = aUser({ ...added, lastSignedInAt: justAfter })
        const never = aUser(added)
        const neverEdge = aUser({ createdAt: before })
        const fresh = aUser({ createdAt: justAfter })
        const gone = aUser({
          ...added,
          lifecycle: { ...aUser().lifecycle, state: 'deleted', restorableUntilAt: later },
        })
        await add(storage, [long, edge, lately, never, neverEdge, fresh, gone])
        const dormant = (sinceAt: Instant, more: Partial<UserFilter> = {}) =>
          found(storage, { dormant: { wanted: true, sinceAt }, ...more })
        expect(await dormant(before)).toEqual(idsOf(long, edge, never, neverEdge, gone))
        expect(await found(storage, { dormant: { wanted: false, sinceAt: before } })).toEqual(
          idsOf(lately, fresh),
        )
        expect(await dormant(before, { statuses: ['ACTIVE'] })).toEqual(
          idsOf(long, edge, never, neverEdge),
        )
        // The instant moves on with the clock, and nothing is written.
        expect(await dormant(justBefore)).toEqual(idsOf(long, never, gone))
        expect(await dormant(justAfter)).toEqual(
          idsOf(long, edge, lately, never, neverEdge, fresh, gone),
        )
        expect(await dormant('2026-02-01T00:00:00.000Z')).toEqual([])
        await storage.transaction((tx) =>
          tx.users.update({ ...never, version: 2, lastSignedInAt: at }, 1, never.organizationId),
        )
        expect(await dormant(before, { statuses: ['ACTIVE'] })).toEqual(
          idsOf(long, edge, neverEdge),
        )
      },
    )

    fact(
      'finds those whose validity, or whose role, ends from now on and by an instant',
      async (storage) => {
        const [own, role, both, beyond, over, plain] = [
          aUser({ validUntilAt: soon }),
          aUser(),
          aUser({ validUntilAt: soon }),
          aUser({ validUntilAt: later }),
          aUser({ validUntilAt: before }),
          aUser(),
        ]
        const limited = aRoleAssignment(role, { validUntilAt: soon })
        await add(
          storage,
          [own, role, both, beyond, over, plain],
          [
            limited,
            aRoleAssignment(both, { validUntilAt: soon }),
            aRoleAssignment(beyond),
            aRoleAssignment(over, { validUntilAt: before }),
            aRoleAssignment(plain, { validFromAt: soon }),
          ],
        )
        const expiring = (byAt: Instant, when: Instant = at) =>
          found(storage, { expiring: { wanted: true, byAt } }, when)
        expect(await expiring(soon)).toEqual(idsOf(own, role, both))
        expect(await found(storage, { expiring: { wanted: false, byAt: soon } })).toEqual(
          idsOf(beyond, over, plain),
        )
        expect(await expiring('2026-03-02T09:59:59.999Z')).toEqual([])
        expect(await expiring(later)).toEqual(idsOf(own, role, both, beyond))
        // What was about to end has ended, and nothing is written.
        expect(await expiring(later, soon)).toEqual([beyond.id])
        expect(await found(storage, { expiring: { wanted: false, byAt: later } }, soon)).toEqual(
          idsOf(own, role, both, over, plain),
        )
        expect(await expiring(soon, '2026-02-01T00:00:00.000Z')).toEqual(
          idsOf(own, role, both, over),
        )
        expect(await expiring(soon)).toEqual(idsOf(own, role, both))
      },
    )

    fact('follows the ends of several roles, given, limited and taken away', async (storage) => {
      const ada = aUser()
      const first = aRoleAssignment(ada, { validUntilAt: soon })
      const second = aRoleAssignment(ada, { roleId: 'support', validUntilAt: later })
      await add(storage, [ada], [first, second])
      const expiring = async (byAt: Instant, when: Instant = at) =>
        (await found(storage, { expiring: { wanted: true, byAt } }, when)).length > 0
      expect(await expiring(soon)).toBe(true)
      expect(await expiring('2026-03-31T00:00:00.000Z', soon)).toBe(false)
      expect(await expiring(later, soon)).toBe(true)
      expect(await expiring(soon)).toBe(true)
      await storage.transaction((tx) => tx.roleAssignments.update({ ...first, validUntilAt: null }))
      expect(await expiring(soon)).toBe(false)
      expect(await expiring(later)).toBe(true)
      await storage.transaction((tx) => tx.roleAssignments.remove(ada.id, second.id))
      expect(await expiring(later)).toBe(false)
      await storage.transaction((tx) =>
        tx.roleAssignments.insert(aRoleAssignment(ada, { roleId: 'auditor', validUntilAt: soon })),
      )
      expect(await expiring(soon)).toBe(true)
    })

    for (const sort of userSortKeys) {
      fact(
        `sorts by ${sort} and pages within the second factor, dormancy and expiry`,
        async (storage) => {
          const { users, assignments } = aPopulation()
          await add(storage, users, assignments)
          const matching = matcher(assignments)
          for (const within of [platform, north]) {
            for (const filter of narrowings) {
              const wanted = users.filter(
                (user) =>
                  matching(user, filter) && lineageOf(user.organizationId, tree).includes(within),
              )
              for (const direction of directions) {
                const expected = sorted(wanted, assignments, tree, sort, direction)
                expect([
                  filter,
                  (
                    await everyPage(
                      storage,
                      { ...filter, withinOrganizationIds: [within.id], sort, direction },
                      3,
                    )
                  ).map(labelOf),
                ]).toEqual([filter, expected.map(labelOf)])
              }
              expect(
                await storage.read((tx) =>
                  tx.users.count({ ...filter, withinOrganizationIds: [within.id] }, at, 100),
                ),
              ).toEqual({ value: wanted.length, exact: true })
            }
          }
        },
      )
    }

    fact(
      'goes on with a page of dormant people though the instant has moved on',
      async (storage) => {
        const people = ['Anna', 'Bea', 'Clara', 'Dora'].map((familyName, index) =>
          aUser({
            name: { givenName: 'X', familyName },
            lastSignedInAt: index === 2 ? at : before,
          }),
        )
        await add(storage, people)
        const page = (when: Instant, after: UserQuery['after']) =>
          storage.read((tx) =>
            tx.users.list({
              ...listed,
              at: when,
              after,
              limit: 2,
              dormant: { wanted: true, sinceAt: when === at ? before : at },
            }),
          )
        const first = await page(at, null)
        expect(first.items.map((user) => user.name.familyName)).toEqual(['Anna', 'Bea'])
        expect((await page(soon, first.next)).items.map((user) => user.name.familyName)).toEqual([
          'Clara',
          'Dora',
        ])
      },
    )

    fact('counts many things of one list at once', async (storage) => {
      const { users, assignments } = aPopulation()
      await add(storage, users, assignments)
      const counted = await storage.read((tx) =>
        Promise.all(
          statuses.map((status) =>
            tx.users.count(
              {
                withinOrganizationIds: [platform.id],
                statuses: [status],
                expiring: { wanted: false, byAt: before },
              },
              at,
              100,
            ),
          ),
        ),
      )
      expect(counted.map(({ value }) => value)).toEqual(
        statuses.map((status) => users.filter((user) => statusOf(user, tree) === status).length),
      )
    })

    fact('lists those at and below the organizations asked for, each once', async (storage) => {
      const people = tree.map((organization) => aUser({ organizationId: organization.id }))
      const [, inNorth, inSouth, inOslo, inBergen] = people as [User, User, User, User, User]
      await add(storage, people)
      expect(await found(storage, { withinOrganizationIds: [platform.id] })).toEqual(
        idsOf(...people),
      )
      expect(await found(storage, { withinOrganizationIds: [north.id] })).toEqual(
        idsOf(inNorth, inOslo, inBergen),
      )
      expect(await found(storage, { withinOrganizationIds: [oslo.id] })).toEqual([inOslo.id])
      expect(await found(storage, { withinOrganizationIds: [oslo.id, south.id] })).toEqual(
        idsOf(inOslo, inSouth),
      )
      expect(
        await found(storage, { withinOrganizationIds: [north.id, oslo.id, north.id] }),
      ).toEqual(idsOf(inNorth, inOslo, inBergen))
      expect(await found(storage, { withinOrganizationIds: [platform.id, oslo.id] })).toEqual(
        idsOf(...people),
      )
    })

    fact(
      'lists nobody within no organization, or within one that is not there',
      async (storage) => {
        await add(storage, [aUser()])
        expect(await found(storage, { withinOrganizationIds: [] })).toEqual([])
        expect(await found(storage, { withinOrganizationIds: [exampleId(404)] })).toEqual([])
      },
    )

    fact('joins conditions by “and”', async (storage) => {
      const wanted = aUser({
        organizationId: oslo.id,
        name: { givenName: 'Kari', familyName: 'Nordmann' },
        locks: [aLock()],
      })
      const others = [
        aUser({ ...wanted, id: exampleId(71), userName: 'a', organizationId: south.id }),
        aUser({ ...wanted, id: exampleId(72), userName: 'b', locks: [] }),
        aUser({
          ...wanted,
          id: exampleId(73),
          userName: 'c',
          name: { givenName: 'Ola', familyName: 'Hansen' },
        }),
        aUser({ ...wanted, id: exampleId(74), userName: 'd' }),
      ]
      await add(
        storage,
        [wanted, ...others],
        [wanted, ...others.slice(0, 3)].map((user) => aRoleAssignment(user)),
      )
      expect(
        await found(storage, {
          withinOrganizationIds: [north.id],
          search: 'nordm',
          statuses: ['LOCKED_BY_ADMIN'],
          roleIds: ['viewer'],
        }),
      ).toEqual([wanted.id])
    })

    type Narrowed = {
      readonly filter: Partial<UserFilter>
      readonly matches: (user: User, index: number) => boolean
    }
    const viewer = (index: number) => index % 60 !== 0
    const named = (user: User) => user.name.givenName.startsWith('Given1')
    const amongThousands: readonly (readonly [
      what: string,
      sorts: readonly (readonly [UserSortKey, UserQuery['direction']])[],
      filters: (matching: ReturnType<typeof matcher>) => readonly Narrowed[],
    ])[] = [
      [
        'sorts, filters and pages',
        [
          ['familyName', 'descending'],
          ['lastSignedInAt', 'ascending'],
          ['status', 'descending'],
          ['role', 'ascending'],
        ],
        () => [
          { filter: {}, matches: () => true },
          { filter: { statuses: ['ACTIVE'] }, matches: (user) => user.locks.length === 0 },
          { filter: { statuses: ['LOCKED_BY_ADMIN'] }, matches: (user) => user.locks.length > 0 },
          { filter: { roleIds: ['viewer'] }, matches: (_, index) => viewer(index) },
          { filter: { roleIds: ['administrator'] }, matches: (_, index) => !viewer(index) },
          {
            filter: { statuses: ['ACTIVE'], roleIds: ['viewer'], search: 'given1' },
            matches: (user, index) => user.locks.length === 0 && viewer(index) && named(user),
          },
        ],
      ],
      [
        'narrows by second factor, dormancy and expiry',
        [
          ['lastSignedInAt', 'descending'],
          ['createdAt', 'ascending'],
        ],
        (matching) => [
          ...[
            ...narrowings,
            { dormant: { wanted: true, sinceAt: '2026-02-19T00:00:00.000Z' } },
            { dormant: { wanted: false, sinceAt: '2025-01-01T00:00:00.000Z' } },
          ].map((filter) => ({ filter, matches: (user: User) => matching(user, filter) })),
          {
            filter: { statuses: ['LOCKED_BY_ADMIN'], ...dormantByMid },
            matches: (user) => user.locks.length > 0 && matching(user, dormantByMid),
          },
          {
            filter: { mfaStates: ['again'], search: 'given1' },
            matches: (user) => user.mfa.enrolment === 'again' && named(user),
          },
          {
            filter: { roleIds: ['viewer'], ...expiringByLater },
            matches: (user, index) => viewer(index) && matching(user, expiringByLater),
          },
        ],
      ],
    ]
    for (const [what, sorts, filters] of amongThousands) {
      fact(`${what} among thousands as among few`, async (storage) => {
        const offices = Array.from({ length: 14 }, (_, index) =>
          anOrganization({
            id: exampleId(100 + index),
            name: `Office ${index}`,
            parentId: south.id,
            depth: 2,
          }),
        )
        await storage.transaction(async (tx) => {
          for (const office of offices) await tx.organizations.insert(office)
        })
        const people = Array.from({ length: 2_400 }, (_, index) =>
          aUser({
            organizationId: index % 20 === 0 ? oslo.id : offices[index % offices.length]!.id,
            name: { givenName: `Given${index % 50}`, familyName: `Family${(index * 7919) % 1000}` },
            lastSignedInAt:
              index % 3
                ? `2026-02-${String(10 + (index % 11)).padStart(2, '0')}T00:00:00.000Z`
                : null,
            ...(index % 40 === 1 ? { locks: [aLock()] } : {}),
            mfa: { required: true, enrolment: index % 48 === 0 ? 'again' : 'enrolled' },
            ...(index % 50 === 7 ? { validUntilAt: later } : {}),
          }),
        )
        const assignments = people.map((user, index) =>
          aRoleAssignment(user, {
            roleId: viewer(index) ? 'viewer' : 'administrator',
            ...(index % 45 === 7 ? { validUntilAt: soon } : {}),
          }),
        )
        await add(storage, people, assignments)
        const all = [...tree, ...offices]
        for (const within of [platform, south]) {
          for (const { filter, matches } of filters(matcher(assignments))) {
            const wanted = people.filter(
              (user, index) =>
                matches(user, index) && (within === platform || user.organizationId !== oslo.id),
            )
            for (const [sort, direction] of sorts) {
              const listedThere = await everyPage(
                storage,
                { ...filter, withinOrganizationIds: [within.id], sort, direction },
                900,
              )
              expect(listedThere.map(labelOf)).toEqual(
                sorted(wanted, assignments, all, sort, direction).map(labelOf),
              )
            }
            expect(
              await storage.read((tx) =>
                tx.users.count({ ...filter, withinOrganizationIds: [within.id] }, at, 5_000),
              ),
            ).toEqual({ value: wanted.length, exact: true })
          }
        }
      })
    }

    fact('counts exactly up to the bound, and no further', async (storage) => {
      await add(
        storage,
        Array.from({ length: 12 }, () => aUser()),
      )
      const count = (bound: number, filter: Partial<UserFilter> = {}) =>
        storage.read((tx) =>
          tx.users.count({ withinOrganizationIds: [platform.id], ...filter }, at, bound),
        )
      expect(await count(13)).toEqual({ value: 12, exact: true })
      expect(await count(12)).toEqual({ value: 12, exact: true })
      expect(await count(11)).toEqual({ value: 11, exact: false })
      expect(await count(5, { search: 'lovelace', statuses: ['ACTIVE'] })).toEqual({
        value: 5,
        exact: false,
      })
    })
  })
}

const listed: UserQuery = {
  withinOrganizationIds: [platform.id],
  at,
  sort: 'familyName',
  direction: 'ascending',
  after: null,
  limit: 50,
}

async function everyPage(
  storage: Storage,
  query: Partial<UserQuery>,
  limit: number,
): Promise<User[]> {
  const users: User[] = []
  let after: UserQuery['after'] = null
  do {
    const page = await storage.read((tx) => tx.users.list({ ...listed, ...query, after, limit }))
    if (page.items.length > limit)
      throw new Error(`A page of ${page.items.length} was given where ${limit} were asked for.`)
    if (page.items.length < limit && page.next !== null)
      throw new Error('A page was cut short though more follow.')
    users.push(...page.items)
    after = page.next
  } while (after !== null && users.length < 10_000)
  return users
}

/** The filters of MFA, inactivity and expiry: each alone, inverted, and together. */
const narrowings: readonly Pick<UserFilter, 'mfaStates' | 'dormant' | 'expiring'>[] = [
  { mfaStates: ['again'] },
  { mfaStates: ['enrolled', 'not_required'] },
  { dormant: { wanted: true, sinceAt: '2026-02-11T00:00:00.000Z' } },
  { dormant: { wanted: false, sinceAt: '2026-02-11T00:00:00.000Z' } },
  { expiring: { wanted: true, byAt: later } },
  { expiring: { wanted: false, byAt: later } },
  {
    mfaStates: ['again', 'enrolled'],
    dormant: { wanted: true, sinceAt: '2026-02-13T00:00:00.000Z' },
    expiring: { wanted: true, byAt: later },
  },
]

const dormantByMid = { dormant: { wanted: true, sinceAt: '2026-02-15T00:00:00.000Z' } } as const
const expiringByLater = { expiring: { wanted: true, byAt: later } } as const

/** Who meets them, by the plainest means there is. */
function matcher(
  assignments: readonly RoleAssignment[],
): (user: User, filter: (typeof narrowings)[number]) => boolean {
  const held = Map.groupBy(assignments, (assignment) => assignment.userId)
  return (user, filter) => {
    const ends = (byAt: Instant) =>
      [user, ...(held.get(user.id) ?? [])].some(({ validUntilAt }) =>
        endsWithin(validUntilAt, at, byAt),
      )
    if (filter.mfaStates && !filter.mfaStates.includes(mfaState(user))) return false
    if (filter.dormant && lastSeenAt(user) <= filter.dormant.sinceAt !== filter.dormant.wanted)
      return false
    return !filter.expiring || ends(filter.expiring.byAt) === filter.expiring.wanted
  }
}

function labelOf(user: User): string {
  return `${user.id.slice(-4)} ${user.name.givenName} ${user.name.familyName}`
}

function lineageOf(organizationId: string, organizations: readonly Organization[]): Organization[] {
  const organization = organizations.find(({ id }) => id === organizationId)
  if (!organization) return []
  return [
    ...(organization.parentId === null ? [] : lineageOf(organization.parentId, organizations)),
    organization,
  ]
}

function statusOf(user: User, organizations: readonly Organization[]): Status {
  return explain(user, at, lineageOf(user.organizationId, organizations)).status
}

/** The order by the plainest means there is, to compare the store's with. */
function sorted(
  users: readonly User[],
  assignments: readonly RoleAssignment[],
  organizations: readonly Organization[],
  sort: UserSortKey,
  direction: UserQuery['direction'],
): User[] {
  const held = Map.groupBy(assignments, (assignment) => assignment.userId)
  const valueOf = (user: User): string | null => {
    if (sort === 'status') return statusRank(statusOf(user, organizations))
    if (sort !== 'role') return sortValue(user, sort)
    const inForce = (held.get(user.id) ?? []).filter((assignment) =>
      covers(assignment.validFromAt, assignment.validUntilAt, at),
    )
    return inForce.map(({ roleId }) => roleId).sort(compareText)[0] ?? null
  }
  const turn = direction === 'ascending' ? 1 : -1
  return users
    .map((user) => ({ user, value: valueOf(user) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null)
        return a.value === b.value
          ? turn * compareText(a.user.id, b.user.id)
          : a.value === null
            ? 1
            : -1
      return turn * (compareText(a.value, b.value) || compareText(a.user.id, b.user.id))
    })
    .map(({ user }) => user)
}

/** Users of every status and many scripts, with doubles in every column. */
function aPopulation(): {
  readonly users: readonly User[]
  readonly assignments: readonly RoleAssignment[]
} {
  const lived = aUser().lifecycle
  const states: readonly Partial<User>[] = [
    {},
    { lifecycle: { ...lived, state: 'deleted', restorableUntilAt: later } },
    { lifecycle: { ...lived, state: 'deactivated' } },
    { validFromAt: soon },
    { validUntilAt: before },
    { organizationId: bergen.id },
    { locks: [aLock()] },
    { locks: [aLock({ kind: 'failed-sign-ins', untilAt: soon })] },
    { lifecycle: { ...lived, state: 'staged' } },
    { lifecycle: { ...lived, state: 'provisioned' } },
    { password: { state: 'reset_pending', sinceAt: before, expiresAt: null } },
    { password: { state: 'set', sinceAt: null, expiresAt: before } },
    { locks: [aLock({ untilAt: before })] },
  ]
  // The order of the last two differs between code points and UTF-16 units.
  const names = [
    'Ada',
    'ada',
    'Łukasz',
    'Lukasz',
    'Ångström',
    'Żółć',
    '李',
    'Ωmega',
    'O’Neil',
    '\u{1F600}',
    '\uFFFD',
  ]
  const roles = ['viewer', 'administrator', 'support']
  const users = Array.from({ length: 44 }, (_, index) =>
    aUser({
      // Ids whose order follows nothing else.
      id: exampleId(5000 + ((index * 17) % 44)),
      userName: `${index % 3 ? 'User' : 'user'}${(index * 7) % 44}`,
      organizationId: tree[index % tree.length]!.id,
      name: {
        givenName: names[index % names.length]!,
        familyName: names[(index * 3) % names.length]!,
      },
      emails: [{ value: `p${index % 9}@example.com`, primary: true }],
      lastSignedInAt:
        index % 4 === 0
          ? null
          : `2026-02-${String(10 + (index % 5)).padStart(2, '0')}T00:00:00.000Z`,
      createdAt: `2026-01-${String(10 + (index % 6)).padStart(2, '0')}T00:00:00.000Z`,
      updatedAt: `2026-02-${String(10 + (index % 7)).padStart(2, '0')}T00:00:00.000Z`,
      mfa: { required: index % 2 === 0, enrolment: mfaEnrolments[index % 3]! },
      validUntilAt: index % 8 === 3 ? later : null,
      ...states[index % states.length],
    }),
  )
  const assignments = users.flatMap((user, index) => [
    ...(index % 5 ? [aRoleAssignment(user, { roleId: roles[index % 3]! })] : []),
    ...(index % 7 === 0
      ? [
          aRoleAssignment(user, {
            roleId: 'administrator',
            organizationId: user.organizationId === south.id ? north.id : south.id,
            ...(index % 2 ? { validUntilAt: before } : { validUntilAt: later }),
          }),
        ]
      : []),
    ...(index % 11 === 0
      ? [aRoleAssignment(user, { roleId: 'a-future-role', validFromAt: soon })]
      : []),
  ])
  return { users, assignments }
}
