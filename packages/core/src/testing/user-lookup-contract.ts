import type { Storage } from '../domain/storage.js'
import { anOrganization, aUser, exampleId } from './examples.js'
import { exampleAt } from './fixed-clock.js'
import { inOwnStorage, type OpenStorage, type TestRunner } from './test-runner.js'
import type { User } from '../domain/users/user.js'
import type { UserLookup } from '../domain/users/user-store.js'

const platform = anOrganization({ id: exampleId(1), name: 'Platform' })
const north = anOrganization({ id: exampleId(2), name: 'North', parentId: platform.id, depth: 1 })
const south = anOrganization({ id: exampleId(3), name: 'South', parentId: platform.id, depth: 1 })
const lifecycle = (state: User['lifecycle']['state']) => ({ ...aUser().lifecycle, state })

/** The contract of {@link UserStore.lookup}. */
export function describeUserLookup(
  { describe, it, expect }: TestRunner,
  name: string,
  open: OpenStorage,
): void {
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
  const add = (storage: Storage, ...people: User[]) =>
    storage.transaction(async (tx) => {
      for (const user of people)
        expect(await tx.users.insert(user, user.organizationId)).toBe('inserted')
    })
  const person = (number: number, overrides: Partial<User> = {}) =>
    aUser({ id: exampleId(number), organizationId: north.id, ...overrides })
  const lookUp = async (storage: Storage, query: Partial<UserLookup> = {}) => {
    const { items, total } = await storage.read((tx) =>
      tx.users.lookup({
        withinOrganizationIds: [platform.id],
        sort: 'id',
        direction: 'ascending',
        offset: 0,
        limit: 100,
        ...query,
      }),
    )
    return [total, ...items.map(({ id }) => Number(id.slice(-6)))]
  }

  describe(`user look-up: ${name}`, () => {
    fact('gives people back as they are, at and below the organizations', async (storage) => {
      const [ada, grace] = [
        person(11, { externalId: 'x', phoneNumbers: [{ value: '+44 20', type: 'work' }] }),
        person(12, { organizationId: south.id }),
      ]
      await add(storage, ada, grace)
      expect(
        (
          await storage.read((tx) =>
            tx.users.lookup({
              withinOrganizationIds: [north.id],
              sort: 'id',
              direction: 'ascending',
              offset: 0,
              limit: 10,
            }),
          )
        ).items,
      ).toEqual([ada])
      expect(await lookUp(storage)).toEqual([2, 11, 12])
      expect(await lookUp(storage, { withinOrganizationIds: [south.id] })).toEqual([1, 12])
      expect(await lookUp(storage, { withinOrganizationIds: [] })).toEqual([0])
    })

    fact('finds by exact values, and by all of them together', async (storage) => {
      await add(
        storage,
        person(11, {
          userName: 'Ada.Lovelace',
          externalId: 'HR-1',
          emails: [
            { value: 'Ada@Example.com', primary: true },
            { value: 'ada@home.example', primary: false },
          ],
        }),
        person(12, {
          userName: 'ada@example.com',
          externalId: 'hr-1',
          emails: [{ value: 'other@example.com', primary: true }],
        }),
        person(13, {
          userName: 'ada.lovelace2',
          externalId: null,
          emails: [{ value: 'ada@example.com.evil.example', primary: true }],
        }),
      )
      expect(await lookUp(storage, { foldedUserName: 'ada.lovelace' })).toEqual([1, 11])
      expect(await lookUp(storage, { externalId: 'HR-1' })).toEqual([1, 11])
      expect(await lookUp(storage, { externalId: 'HR-' })).toEqual([0])
      expect(await lookUp(storage, { email: 'ada@example.com' })).toEqual([1, 11])
      expect(await lookUp(storage, { email: 'ada@home.example' })).toEqual([1, 11])
      expect(await lookUp(storage, { ids: [exampleId(13), exampleId(404)] })).toEqual([1, 13])
      expect(await lookUp(storage, { ids: [] })).toEqual([0])
      expect(await lookUp(storage, { email: 'ada@example.com', externalId: 'hr-1' })).toEqual([0])
    })

    fact(
      'leaves out whoever is deleted, and tells the deactivated from the others',
      async (storage) => {
        await add(
          storage,
          person(11),
          person(12, { lifecycle: lifecycle('deactivated') }),
          person(13, { lifecycle: lifecycle('deleted') }),
          person(14, { lifecycle: lifecycle('provisioned') }),
        )
        expect(await lookUp(storage)).toEqual([3, 11, 12, 14])
        expect(await lookUp(storage, { active: true })).toEqual([2, 11, 14])
        expect(await lookUp(storage, { active: false })).toEqual([1, 12])
        expect(await lookUp(storage, { ids: [exampleId(13)] })).toEqual([0])
      },
    )

    fact('finds who is in a group, also in one of several', async (storage) => {
      const [ada, grace] = [person(11), person(12)]
      await add(storage, ada, grace, person(13))
      const membership = (user: User, number: number, group: number) => ({
        id: exampleId(number),
        userId: user.id,
        userOrganizationId: user.organizationId,
        version: 1,
        key: exampleId(group),
        assignedAt: exampleAt,
      })
      await storage.transaction(async (tx) => {
        await tx.groupMemberships.insert(membership(ada, 81, 91))
        await tx.groupMemberships.insert(membership(ada, 82, 92))
        await tx.groupMemberships.insert(membership(grace, 83, 92))
      })
      expect(await lookUp(storage, { groupIds: [exampleId(91)] })).toEqual([1, 11])
      expect(await lookUp(storage, { groupIds: [exampleId(91), exampleId(92)] })).toEqual([
        2, 11, 12,
      ])
      expect(await lookUp(storage, { groupIds: [exampleId(93)] })).toEqual([0])
    })

    fact(
      'finds by the time of the last change, from an instant on and before another',
      async (storage) => {
        await add(
          storage,
          person(11, { updatedAt: '2026-03-01T00:00:00.000Z' }),
          person(12, { updatedAt: '2026-03-01T00:00:00.001Z' }),
        )
        expect(await lookUp(storage, { updatedFromAt: '2026-03-01T00:00:00.001Z' })).toEqual([
          1, 12,
        ])
        expect(await lookUp(storage, { updatedBeforeAt: '2026-03-01T00:00:00.001Z' })).toEqual([
          1, 11,
        ])
        expect(await lookUp(storage, { updatedFromAt: '2026-03-01T00:00:00.000Z' })).toEqual([
          2, 11, 12,
        ])
      },
    )

    fact(
      'sorts by folded values, then by id, either way, and gives any stretch of it with the same total',
      async (storage) => {
        await add(
          storage,
          person(11, { userName: 'zoe' }),
          person(12, { userName: 'Łukasz' }),
          person(13, { userName: 'adam' }),
          person(14, { organizationId: south.id, userName: 'Adam' }),
        )
        expect(await lookUp(storage, { sort: 'userName' })).toEqual([4, 13, 14, 12, 11])
        expect(await lookUp(storage, { sort: 'userName', direction: 'descending' })).toEqual([
          4, 11, 12, 14, 13,
        ])
        expect(await lookUp(storage, { offset: 1, limit: 2 })).toEqual([4, 12, 13])
        expect(await lookUp(storage, { offset: 9 })).toEqual([4])
        expect(await lookUp(storage, { limit: 0 })).toEqual([4])
      },
    )
  })
}
