import { describe, expect, it } from 'vitest'
import { contract, type Operation } from '@rosterkit/core'
import { type User } from '@rosterkit/core/ports'
import { dawn } from '../world.ts'
import {
  anyoneLaws,
  linkLaws,
  listLaws,
  ownLaws,
  organizationLaws,
  personLaws,
  places,
  reaches,
  type Place,
} from './laws.ts'
import { barredOutright, holdsRole, reach, type Tier } from './oracle.ts'
import {
  inputForOrganization,
  inputForPerson,
  openOracleWorld,
  outcomeOf,
  suspensions,
  tiers,
  type OracleWorld,
} from './oracle-world.ts'

type Listed = { readonly items: readonly { readonly id: string }[] }

/** What a list must hold for a tier: the places in sight, or the refusal. */
function inSight(tier: Tier, operation: string): readonly Place[] | string {
  const barred = barredOutright(tier)
  if (barred) return barred
  return holdsRole(tier) && listLaws[operation]![tier.role] === 'yes'
    ? reaches[tier.at]
    : 'not_permitted'
}

/** The ids of a whole list, page by page, or the refusal. Its count must be that of its items. */
async function listed(
  world: OracleWorld,
  tier: Tier,
  operation: string,
  input: object = {},
): Promise<readonly string[] | string> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const paged: object = {
      ...input,
      ...(operation === 'users.list' ? { limit: 100 } : {}),
      ...(cursor === null ? {} : { cursor }),
    }
    const result = await world.attempt(operation, paged, world.callerOf(tier))
    if (!result.ok) return outcomeOf(result)
    const page = result.value as Listed & {
      readonly nextCursor?: string | null
      readonly count?: { readonly value: number }
    }
    found.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? null
    if (cursor === null && page.count && page.count.value !== found.length)
      return `a count of ${page.count.value} for ${found.length}`
  } while (cursor !== null)
  return found.sort()
}

describe('lists', () => {
  it.each(Object.keys(listLaws).filter((operation) => operation !== 'users.count'))(
    '%s holds what is in sight of each tier, and nothing else',
    async (operation) => {
      const world = await openOracleWorld()
      const idsAt: Record<string, (seen: readonly Place[]) => string[]> = {
        'users.list': (seen) =>
          world
            .everybody()
            .filter(({ user }) => seen.includes(world.placeOf(user.organizationId)))
            .map(({ user }) => user.id),
        'organizations.list': (seen) => seen.map((place) => world.idsOf[place]),
        'groups.search': (seen) => seen.map((place) => world.groups[place]),
        'applications.search': (seen) => seen.map((place) => world.applications[place]),
        'roles.list': () => ['administrator', 'support', 'viewer', 'helper', 'ender', 'greeter'],
      }
      for (const tier of tiers) {
        const seen = inSight(tier, operation)
        const expected = typeof seen === 'string' ? seen : idsAt[operation]!(seen).sort()
        expect([tier, await listed(world, tier, operation)]).toEqual([tier, expected])
      }
    },
  )

  it('users.list narrows to organizations in sight, and knows no other', async () => {
    const world = await openOracleWorld()
    for (const tier of tiers) {
      if (!holdsRole(tier) || listLaws['users.list']![tier.role] === 'no') continue
      for (const place of places) {
        const there: readonly Place[] = reaches[place]
        const people = world
          .everybody()
          .filter(({ user }) => there.includes(world.placeOf(user.organizationId)))
        const expected = reach(tier.at, place)
          ? people.map(({ user }) => user.id).sort()
          : 'not_found'
        expect([
          tier,
          place,
          await listed(world, tier, 'users.list', { organization: [world.idsOf[place]] }),
        ]).toEqual([tier, place, expected])
      }
    }
  })
})

describe('narrowed lists and their counts', () => {
  const long = '2025-01-01T00:00:00.000Z'
  const soon = '2026-03-20T00:00:00.000Z'
  const states: readonly Partial<User>[] = [
    { mfa: { required: true, enrolment: 'none' } },
    { mfa: { required: false, enrolment: 'again' }, createdAt: long },
    { lastSignedInAt: long, validUntilAt: soon },
    { createdAt: long, lastSignedInAt: dawn },
    {},
  ]

  /** A world whose people differ in everything that lists narrow to. */
  async function openNarrowedWorld() {
    const world = await openOracleWorld({
      vary: (person, condition) => (condition.validUntilAt ? {} : states[person % states.length]!),
    })
    const people = world.everybody().map(({ user }) => user)
    const assignments = await world.storage.read((tx) =>
      tx.roleAssignments.ofUsers(people.map(({ id }) => id)),
    )
    const ends = (at: string | null) => at !== null && at > dawn && at <= '2026-03-31T09:00:00.000Z'
    return {
      ...world,
      people,
      expires: (user: User) =>
        [user, ...assignments.filter(({ userId }) => userId === user.id)].some(({ validUntilAt }) =>
          ends(validUntilAt),
        ),
    }
  }
  const dormant = (user: User) => (user.lastSignedInAt ?? user.createdAt) === long

  it('users.list narrows to second factor, dormancy and expiry among those in sight', async () => {
    const world = await openNarrowedWorld()
    const narrowings: readonly (readonly [input: object, fits: (user: User) => boolean])[] = [
      [
        { mfa: ['not_enrolled', 'again'] },
        ({ mfa }) => mfa.enrolment === 'again' || (mfa.required && mfa.enrolment === 'none'),
      ],
      [{ dormant: true }, dormant],
      [{ dormant: false }, (user) => !dormant(user)],
      [{ expiring: true }, world.expires],
      [
        { expiring: true, dormant: true, mfa: ['not_required'] },
        (user) =>
          world.expires(user) &&
          dormant(user) &&
          !user.mfa.required &&
          user.mfa.enrolment === 'none',
      ],
    ]
    for (const tier of tiers) {
      const seen = inSight(tier, 'users.list')
      for (const [input, fits] of narrowings) {
        const expected =
          typeof seen === 'string'
            ? seen
            : world.people
                .filter((user) => seen.includes(world.placeOf(user.organizationId)) && fits(user))
                .map(({ id }) => id)
                .sort()
        expect([tier, input, await listed(world, tier, 'users.list', input)]).toEqual([
          tier,
          input,
          expected,
        ])
      }
    }
  })

  it('users.count counts those in sight and nobody else, and knows no organization out of sight', async () => {
    const world = await openNarrowedWorld()
    const counted = async (tier: Tier, input: object) => {
      const result = await world.attempt('users.count', input, world.callerOf(tier))
      return result.ok
        ? (
            result.value as {
              counts: readonly { readonly value: string; readonly count: object }[]
            }
          ).counts
        : outcomeOf(result)
    }
    for (const tier of tiers) {
      const seen = inSight(tier, 'users.count')
      const expected = (fits: Readonly<Record<string, (user: User) => boolean>>) =>
        typeof seen === 'string'
          ? seen
          : Object.entries(fits).map(([value, fit]) => ({
              value,
              count: {
                value: world.people.filter(
                  (user) => seen.includes(world.placeOf(user.organizationId)) && fit(user),
                ).length,
                exact: true,
              },
            }))
      expect([
        tier,
        await counted(tier, { facet: 'dormant', expiring: true, dormant: true }),
      ]).toEqual([
        tier,
        expected({
          true: (user) => world.expires(user) && dormant(user),
          false: (user) => world.expires(user) && !dormant(user),
        }),
      ])
      expect([tier, await counted(tier, { facet: 'expiring' })]).toEqual([
        tier,
        expected({ true: world.expires, false: (user) => !world.expires(user) }),
      ])
      if (typeof seen === 'string') continue
      for (const place of places) {
        const there: readonly Place[] = reaches[place]
        const value = world.idsOf[place]
        const within = world.people.filter(({ organizationId }) =>
          there.includes(world.placeOf(organizationId)),
        )
        const known = reach((tier as { at: Place }).at, place)
        expect([
          tier,
          place,
          await counted(tier, { facet: 'organization', values: [value] }),
        ]).toEqual([
          tier,
          place,
          known ? [{ value, count: { value: within.length, exact: true } }] : 'not_found',
        ])
        const ends = [true, false].map((wanted) => ({
          value: String(wanted),
          count: {
            value: within.filter((user) => world.expires(user) === wanted).length,
            exact: true,
          },
        }))
        expect([
          tier,
          place,
          await counted(tier, { facet: 'expiring', organization: [value] }),
        ]).toEqual([tier, place, known ? ends : 'not_found'])
      }
    }
  })
})

describe('what is one’s own', () => {
  it('is open to everybody who may call, and nobody else’s with it', async () => {
    const world = await openOracleWorld()
    const other = world.personOf('no role', 'nothing', 'active')
    for (const tier of tiers) {
      const barred = barredOutright(tier)
      const { belongings: own } = world.personOf(tier, 'oneself', 'active')
      const attempts: [operation: (typeof ownLaws)[number], input: object, expected: string][] = [
        ['caller.get', {}, 'allowed'],
        ['authenticators.listOwn', {}, 'allowed'],
        ['authenticators.lockOwn', { authenticatorId: own.activeAuthenticatorId }, 'allowed'],
        // An administrator locked it, and a user never lifts that.
        [
          'authenticators.unlockOwn',
          { authenticatorId: own.lockedAuthenticatorId },
          'invalid_transition',
        ],
        [
          'authenticators.lockOwn',
          { authenticatorId: other.belongings.activeAuthenticatorId },
          'not_found',
        ],
        [
          'authenticators.unlockOwn',
          { authenticatorId: other.belongings.lockedAuthenticatorId },
          'not_found',
        ],
      ]
      for (const [operation, input, expected] of attempts)
        expect([
          tier,
          operation,
          outcomeOf(await world.attempt(operation, input, world.callerOf(tier))),
        ]).toEqual([tier, operation, barred ?? expected])
    }
  })
})

describe('the matrix', () => {
  it('has a row for every operation of the contract', () => {
    // One command for several people is as many calls of that for one: bulk.test.ts holds them
    // against each other.
    const all = Object.values(contract).flatMap((group) =>
      Object.values(group).flatMap((operation: Operation) =>
        operation.each ? [] : [operation.name],
      ),
    )
    expect(
      [
        ...Object.keys(personLaws),
        ...Object.keys(organizationLaws),
        ...Object.keys(listLaws),
        ...ownLaws,
        ...Object.keys(linkLaws),
        ...anyoneLaws,
      ].sort(),
    ).toEqual(all.sort())
  })

  it('shuts every door to whoever is suspended, for whatever reason', async () => {
    const world = await openOracleWorld()
    const target = world.personOf('no role', 'nothing', 'active')
    for (const suspension of suspensions) {
      const caller = { userId: world.suspended.get(suspension)!.user.id }
      const attempts = [
        ...Object.keys(personLaws).map(
          (operation) => [operation, inputForPerson(world, operation, target)] as const,
        ),
        ...Object.keys(organizationLaws).map(
          (operation) =>
            [operation, inputForOrganization(world, operation, 'acme', 'platform')] as const,
        ),
        ...[...Object.keys(listLaws), 'caller.get', 'authenticators.listOwn'].map(
          (operation) => [operation, {}] as const,
        ),
      ]
      for (const [operation, input] of attempts)
        expect([
          suspension,
          operation,
          outcomeOf(await world.attempt(operation, input, caller)),
        ]).toEqual([suspension, operation, 'access_suspended'])
    }
  })
})
