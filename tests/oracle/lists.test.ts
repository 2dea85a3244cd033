import { describe, expect, it } from 'vitest'
import { contract, type Operation } from '@rosterkit/core'
import { anyoneLaws, linkLaws, listLaws, ownLaws, organizationLaws, personLaws, places, reaches, type Place } from './laws.ts'
import { barredOutright, holdsRole, reach, type Tier } from './oracle.ts'
import { inputForOrganization, inputForPerson, openOracleWorld, outcomeOf, suspensions, tiers, type OracleWorld } from './oracle-world.ts'

type Listed = { readonly items: readonly { readonly id: string }[] }

/** What a list must hold for a tier: the places in sight, or the refusal. */
function inSight(tier: Tier, operation: string): readonly Place[] | string {
  const barred = barredOutright(tier)
  if (barred) return barred
  return holdsRole(tier) && listLaws[operation]![tier.role] === 'yes' ? reaches[tier.at] : 'not_permitted'
}

/** The ids of a whole list, page by page, or the refusal. Its count must be that of its items. */
async function listed(world: OracleWorld, tier: Tier, operation: string, input: object = {}): Promise<readonly string[] | string> {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const paged: object = { ...input, ...(operation === 'users.list' ? { limit: 100 } : {}), ...(cursor === null ? {} : { cursor }) }
    const result = await world.attempt(operation, paged, world.callerOf(tier))
    if (!result.ok) return outcomeOf(result)
    const page = result.value as Listed & { readonly nextCursor?: string | null; readonly count?: { readonly value: number } }
    found.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? null
    if (cursor === null && page.count && page.count.value !== found.length) return `a count of ${page.count.value} for ${found.length}`
  } while (cursor !== null)
  return found.sort()
}

describe('lists', () => {
  it.each(Object.keys(listLaws))('%s holds what is in sight of each tier, and nothing else', async (operation) => {
    const world = await openOracleWorld()
    const idsAt: Record<string, (seen: readonly Place[]) => string[]> = {
      'users.list': (seen) => world.everybody().filter(({ user }) => seen.includes(world.placeOf(user.organizationId))).map(({ user }) => user.id),
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
  })

  it('users.list narrows to organizations in sight, and knows no other', async () => {
    const world = await openOracleWorld()
    for (const tier of tiers) {
      if (!holdsRole(tier) || listLaws['users.list']![tier.role] === 'no') continue
      for (const place of places) {
        const there: readonly Place[] = reaches[place]
        const people = world.everybody().filter(({ user }) => there.includes(world.placeOf(user.organizationId)))
        const expected = reach(tier.at, place) ? people.map(({ user }) => user.id).sort() : 'not_found'
        expect([tier, place, await listed(world, tier, 'users.list', { organization: [world.idsOf[place]] })]).toEqual([tier, place, expected])
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
        ['authenticators.unlockOwn', { authenticatorId: own.lockedAuthenticatorId }, 'invalid_transition'],
        ['authenticators.lockOwn', { authenticatorId: other.belongings.activeAuthenticatorId }, 'not_found'],
        ['authenticators.unlockOwn', { authenticatorId: other.belongings.lockedAuthenticatorId }, 'not_found'],
      ]
      for (const [operation, input, expected] of attempts) expect([tier, operation, outcomeOf(await world.attempt(operation, input, world.callerOf(tier)))]).toEqual([tier, operation, barred ?? expected])
    }
  })
})

describe('the matrix', () => {
  it('has a row for every operation of the contract', () => {
    // One command for several people is as many calls of that for one: bulk.test.ts holds them against each other.
    const all = Object.values(contract).flatMap((group) => Object.values(group).flatMap((operation: Operation) => (operation.each ? [] : [operation.name])))
    expect([...Object.keys(personLaws), ...Object.keys(organizationLaws), ...Object.keys(listLaws), ...ownLaws, ...Object.keys(linkLaws), ...anyoneLaws].sort()).toEqual(all.sort())
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
