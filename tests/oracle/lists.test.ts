import { describe, expect, it } from 'vitest'
import { contract, type RosterClient } from '@rosterkit/core'
import { listLaws, ownLaws, organizationLaws, personLaws, places, reaches, type Place } from './laws.ts'
import { barredOutright, holdsRole, reach, type Tier } from './oracle.ts'
import { inputForOrganization, inputForPerson, openOracleWorld, outcomeOf, suspensions, tiers, type OracleWorld } from './oracle-world.ts'

type Listed = { readonly items: readonly { readonly id: string }[] }

/** What a list must hold for a tier: the places in sight, or the refusal. */
function inSight(tier: Tier, operation: string): readonly Place[] | string {
  const barred = barredOutright(tier)
  if (barred) return barred
  return holdsRole(tier) && listLaws[operation]![tier.role] === 'yes' ? reaches[tier.at] : 'not_permitted'
}

async function everyPerson(world: OracleWorld, tier: Tier, input: object): Promise<string[]> {
  const client: RosterClient = world.roster.as(world.callerOf(tier))
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<RosterClient['users']['list']>> = await client.users.list({ ...input, limit: 100, ...(cursor ? { cursor } : {}) })
    found.push(...page.items.map(({ id }) => id))
    if (!page.nextCursor) expect(page.count).toEqual({ value: found.length, exact: true })
    cursor = page.nextCursor
  } while (cursor)
  return found.sort()
}

describe('lists', () => {
  it.each(Object.keys(listLaws))('%s holds what is in sight of each tier, and nothing else', async (operation) => {
    const world = await openOracleWorld()
    for (const tier of tiers) {
      const expected = inSight(tier, operation)
      const result = await world.attempt(operation, operation === 'users.list' ? { limit: 1 } : operation.endsWith('search') ? { limit: 100 } : {}, world.callerOf(tier))
      if (typeof expected === 'string') {
        expect([tier, outcomeOf(result)]).toEqual([tier, expected])
        continue
      }
      expect([tier, outcomeOf(result)]).toEqual([tier, 'allowed'])
      const items = result.ok ? (result.value as Listed).items.map(({ id }) => id).sort() : []
      const whole: Record<string, () => Promise<string[]> | string[]> = {
        'users.list': () => world.everybody().filter(({ user }) => expected.includes(world.placeOf(user.organizationId))).map(({ user }) => user.id),
        'organizations.list': () => expected.map((place) => world.idsOf[place]),
        'groups.search': () => expected.map((place) => world.groups[place]),
        'applications.search': () => expected.map((place) => world.applications[place]),
        'roles.list': () => ['administrator', 'support', 'viewer', 'helper', 'ender', 'greeter'],
      }
      const wanted = [...(await whole[operation]!())].sort()
      expect([tier, operation === 'users.list' ? await everyPerson(world, tier, {}) : items]).toEqual([tier, wanted])
    }
  })

  it('users.list narrows to organizations in sight, and knows no other', async () => {
    const world = await openOracleWorld()
    for (const tier of tiers) {
      if (!holdsRole(tier) || listLaws['users.list']![tier.role] === 'no') continue
      for (const place of places) {
        const input = { organization: [world.idsOf[place]] }
        if (!reach(tier.at, place)) {
          expect([tier, place, await world.attempt('users.list', input, world.callerOf(tier))]).toEqual([tier, place, { ok: false, failure: { code: 'not_found' } }])
          continue
        }
        const there: readonly Place[] = reaches[place]
        const wanted = world.everybody().filter(({ user }) => there.includes(world.placeOf(user.organizationId)))
        expect([tier, place, await everyPerson(world, tier, input)]).toEqual([tier, place, wanted.map(({ user }) => user.id).sort()])
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
      const own = world.personOf(tier, 'oneself', 'active')
      const inputs: Record<(typeof ownLaws)[number], [mine: object, expected: string, foreign: object | null]> = {
        'caller.get': [{}, 'allowed', null],
        'authenticators.listOwn': [{}, 'allowed', null],
        'authenticators.lockOwn': [{ authenticatorId: own.belongings.activeAuthenticatorId }, 'allowed', { authenticatorId: other.belongings.activeAuthenticatorId }],
        // An administrator locked it, and a user never lifts that.
        'authenticators.unlockOwn': [{ authenticatorId: own.belongings.lockedAuthenticatorId }, 'invalid_transition', { authenticatorId: other.belongings.lockedAuthenticatorId }],
      }
      for (const [operation, [mine, expected, foreign]] of Object.entries(inputs)) {
        expect([tier, operation, outcomeOf(await world.attempt(operation, mine, world.callerOf(tier)))]).toEqual([tier, operation, barred ?? expected])
        if (foreign) expect([tier, operation, outcomeOf(await world.attempt(operation, foreign, world.callerOf(tier)))]).toEqual([tier, operation, barred ?? 'not_found'])
      }
    }
  })
})

describe('the matrix', () => {
  it('has a row for every operation of the contract', () => {
    const all = Object.values(contract).flatMap((group) => Object.values(group).map(({ name }: { readonly name: string }) => name))
    expect([...Object.keys(personLaws), ...Object.keys(organizationLaws), ...Object.keys(listLaws), ...ownLaws].sort()).toEqual(all.sort())
  })

  it('shuts every door to whoever is suspended, for whatever reason', async () => {
    const world = await openOracleWorld()
    const target = world.personOf('no role', 'nothing', 'active')
    for (const suspension of suspensions) {
      const caller = { userId: world.suspended.get(suspension)!.user.id }
      const attempts = [...Object.keys(personLaws).map((operation) => [operation, inputForPerson(world, operation, target)] as const), ...Object.keys(organizationLaws).map((operation) => [operation, inputForOrganization(world, operation, 'acme', 'platform')] as const), ...[...Object.keys(listLaws), 'caller.get', 'authenticators.listOwn'].map((operation) => [operation, {}] as const)]
      for (const [operation, input] of attempts) expect([suspension, operation, outcomeOf(await world.attempt(operation, input, caller))]).toEqual([suspension, operation, 'access_suspended'])
    }
  })
})
