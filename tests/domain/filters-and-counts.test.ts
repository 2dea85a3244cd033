import { describe, expect, it } from 'vitest'
import type { User } from '@rosterkit/core/ports'
import { dawn, idOf, openWorld, refusalOf } from '../world.ts'

const day = 86_400
const daysAgo = (days: number, seconds = 0) =>
  new Date(Date.parse(dawn) - (days * day + seconds) * 1000).toISOString()

const lived = {
  sinceAt: dawn,
  actor: { kind: 'system', id: null, label: 'The system' },
  reason: null,
  formerState: null,
  restorableUntilAt: null,
} as const

async function openStage(options: Parameters<typeof openWorld>[0] = {}) {
  const world = await openWorld(options)
  const admin = await world.join('admin', 'acme', {
    roles: ['administrator'],
    lastSignedInAt: dawn,
  })
  const { users } = world.as(admin)
  const names = async (input: Parameters<typeof users.list>[0]) =>
    (await users.list({ sort: 'userName', ...input })).items.map(({ userName }) => userName)
  const counts = async (input: Parameters<typeof users.count>[0]) =>
    Object.fromEntries(
      (await users.count(input)).counts.map(({ value, count }) => [value, count.value]),
    )
  const give = (user: User, validUntilAt: string | null) =>
    world.storage.transaction((tx) =>
      tx.roleAssignments.insert({
        id: idOf(700),
        userId: user.id,
        userOrganizationId: user.organizationId,
        roleId: 'viewer',
        organizationId: user.organizationId,
        validFromAt: null,
        validUntilAt,
      }),
    )
  return { ...world, admin, users, names, counts, give }
}

describe('dormant people', () => {
  it('are those whose last sign-in is as many days ago as the policy says, and whoever was added then and never signed in', async () => {
    const { join, names, pass } = await openStage()
    await join('lately', 'acme', { createdAt: daysAgo(400), lastSignedInAt: daysAgo(89, day - 1) })
    await join('long', 'acme', { createdAt: daysAgo(400), lastSignedInAt: daysAgo(90) })
    await join('never', 'acme', { createdAt: daysAgo(90) })
    await join('new', 'acme', { createdAt: daysAgo(89, day - 1) })
    await join('gone', 'acme', {
      createdAt: daysAgo(400),
      lifecycle: { ...lived, state: 'deactivated' },
    })
    expect(await names({ dormant: true })).toEqual(['gone', 'long', 'never'])
    expect(await names({ dormant: true, status: ['ACTIVE'] })).toEqual(['long', 'never'])
    expect(await names({ dormant: false })).toEqual(['admin', 'lately', 'new'])
    pass(1)
    expect(await names({ dormant: true })).toEqual(['gone', 'lately', 'long', 'never', 'new'])
  })

  it('follow the policy of the host', async () => {
    const { join, names } = await openStage({ dormantAfterDays: 7 })
    await join('week', 'acme', { createdAt: daysAgo(7) })
    await join('days', 'acme', { createdAt: daysAgo(6) })
    expect(await names({ dormant: true })).toEqual(['week'])
  })

  it('are listed on from page to page while the clock goes on', async () => {
    const { join, users, pass } = await openStage()
    for (const name of ['a', 'b', 'c', 'd']) await join(name, 'acme', { createdAt: daysAgo(100) })
    const asked = { dormant: true, expiring: false, sort: 'userName', limit: 2 } as const
    const first = await users.list(asked)
    pass(3 * day)
    const second = await users.list({ ...asked, cursor: first.nextCursor! })
    expect([...first.items, ...second.items].map(({ userName }) => userName)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
    expect(
      await refusalOf(users.list({ ...asked, dormant: false, cursor: first.nextCursor! })),
    ).toBe('invalid_cursor')
    expect(
      await refusalOf(users.list({ ...asked, expiring: undefined, cursor: first.nextCursor! })),
    ).toBe('invalid_cursor')
    expect(
      await refusalOf(users.list({ ...asked, mfa: ['enrolled'], cursor: first.nextCursor! })),
    ).toBe('invalid_cursor')
  })
})

describe('people with expiring access', () => {
  it('are those whose validity or role ends within the days of the policy, until it has ended', async () => {
    const { join, give, names, moveTo } = await openStage({ expiringWithinDays: 10 })
    const edge = daysAgo(-10)
    await join('edge', 'acme', { validUntilAt: edge })
    await join('beyond', 'acme', { validUntilAt: daysAgo(-10, -1) })
    await join('ended', 'acme', { validUntilAt: dawn })
    await give(await join('role', 'acme'), daysAgo(-1))
    expect(await names({ expiring: true })).toEqual(['edge', 'role'])
    moveTo(daysAgo(-1))
    expect(await names({ expiring: true })).toEqual(['beyond', 'edge'])
    expect(await names({ expiring: false })).toEqual(['admin', 'ended', 'role'])
    moveTo(edge)
    expect(await names({ expiring: true })).toEqual(['beyond'])
  })
})

describe('counts in facets', () => {
  it('are of every value, under the other conditions and whatever is chosen of the facet', async () => {
    const { join, counts } = await openStage()
    const old = { createdAt: daysAgo(100) }
    await join('one', 'acme', { ...old, mfa: { required: true, enrolment: 'none' } })
    await join('two', 'acme', {
      ...old,
      mfa: { required: true, enrolment: 'again' },
      lifecycle: { ...lived, state: 'deactivated' },
    })
    await join('three', 'acme', {
      mfa: { required: false, enrolment: 'enrolled' },
      roles: ['viewer'],
    })
    await join('four', 'acme')
    expect(await counts({ facet: 'mfa' })).toEqual({
      not_required: 2,
      not_enrolled: 1,
      enrolled: 1,
      again: 1,
    })
    expect(await counts({ facet: 'mfa', mfa: ['again'] })).toEqual({
      not_required: 2,
      not_enrolled: 1,
      enrolled: 1,
      again: 1,
    })
    expect(await counts({ facet: 'mfa', dormant: true, status: ['ACTIVE'] })).toEqual({
      not_required: 0,
      not_enrolled: 1,
      enrolled: 0,
      again: 0,
    })
    expect(await counts({ facet: 'dormant', dormant: true, mfa: ['again', 'enrolled'] })).toEqual({
      true: 1,
      false: 1,
    })
    expect(await counts({ facet: 'status', status: ['ACTIVE'] })).toMatchObject({
      ACTIVE: 4,
      DEACTIVATED: 1,
      DELETED: 0,
    })
    expect(
      await counts({
        facet: 'role',
        role: ['viewer'],
        values: ['administrator', 'viewer', 'unknown'],
      }),
    ).toEqual({ administrator: 1, viewer: 1, unknown: 0 })
    expect(await counts({ facet: 'expiring', search: 'three' })).toEqual({ true: 0, false: 1 })
  })

  it('say how many days the policy looks back and ahead', async () => {
    const { users } = await openStage()
    expect([
      (await users.count({ facet: 'dormant' })).days,
      (await users.count({ facet: 'expiring' })).days,
      (await users.count({ facet: 'status' })).days,
    ]).toEqual([90, 30, null])
  })

  it('are of those in sight, and know no other organization', async () => {
    const { join, as, admin, users, counts, places } = await openStage()
    const partner = await join('partner', 'harbour', { roles: ['administrator'] })
    await join('neighbour', 'beta')
    expect(await counts({ facet: 'dormant' })).toEqual({ true: 0, false: 1 })
    const { counts: among } = await as(partner).users.count({
      facet: 'organization',
      organization: [places.beta],
      values: [places.acme, places.beta, places.harbour],
    })
    expect(among.map(({ count }) => count.value)).toEqual([1, 1, 3])
    for (const organization of [places.beta, idOf(99_999)]) {
      expect(await refusalOf(users.count({ facet: 'organization', values: [organization] }))).toBe(
        'not_found',
      )
      expect(await refusalOf(users.count({ facet: 'status', organization: [organization] }))).toBe(
        'not_found',
      )
    }
    const nobody = await join('nobody', 'acme')
    expect(await refusalOf(as(nobody).users.count({ facet: 'status' }))).toBe('not_permitted')
    expect(admin.organizationId).toBe(places.acme)
  })

  it('stop at a thousand', async () => {
    const { storage, users, admin } = await openStage()
    const people = Array.from({ length: 1_001 }, (_, index) => ({
      user: { ...admin, id: idOf(20_000 + index), userName: `person-${index}` },
      boundary: admin.organizationId,
      assignments: [],
    }))
    await storage.transaction((tx) => tx.users.insertMany(people))
    expect((await users.count({ facet: 'dormant' })).counts).toEqual([
      { value: 'true', count: { value: 0, exact: true } },
      { value: 'false', count: { value: 1_000, exact: false } },
    ])
  })

  it('refuse values that no facet has', async () => {
    const { users } = await openStage()
    const refused: readonly Parameters<typeof users.count>[0][] = [
      { facet: 'name' as 'mfa' },
      { facet: 'mfa', mfa: ['none' as 'again'] },
      { facet: 'mfa', values: ['again'] },
      { facet: 'dormant', dormant: 'yes' as never },
      { facet: 'organization', values: ['acme'] },
      { facet: 'role', values: Array.from({ length: 51 }, () => 'viewer') },
    ]
    for (const input of refused)
      expect([input, await refusalOf(users.count(input))]).toEqual([input, 'invalid_input'])
    expect(await refusalOf(users.list({ mfa: ['none' as 'again'] }))).toBe('invalid_input')
    expect(await refusalOf(users.list({ expiring: 1 as never }))).toBe('invalid_input')
  })
})
