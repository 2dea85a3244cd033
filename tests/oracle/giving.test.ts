import { describe, expect, it } from 'vitest'
import type { OrganizationView } from '@rosterkit/core'
import { openWorld } from '../world.ts'
import { giving, organizationLaws, personLaws, places, type Place } from './laws.ts'
import { barredOutright, holdsRole, reach, type Outcome, type Tier } from './oracle.ts'
import { openOracleWorld, outcomeOf, tiers, tiersWithRole } from './oracle-world.ts'

const given = ['greeter', 'viewer', 'support', 'helper', 'ender', 'administrator'] as const

interface GivingCell {
  readonly tier: Tier
  readonly roleId: (typeof given)[number]
  readonly at: Place
  readonly assigned: Outcome
  readonly created: Outcome
}

/**
 * What must come of giving a role at an organization: to somebody at acme, and to somebody new at
 * the giver’s own organization.
 */
function givingCells(): GivingCell[] {
  const outcome = (tier: Tier, roleId: string, at: Place): Outcome => {
    if (!holdsRole(tier) || tier.role === 'ender' || !reach(tier.at, at)) return 'not_found'
    return giving[tier.role]![roleId]!
  }
  const before = (tier: Tier, law: Readonly<Record<string, string>>, at: Place): Outcome | null => {
    if (!holdsRole(tier)) return barredOutright(tier) ?? 'not_found'
    if (tier.role === 'ender' || !reach(tier.at, at)) return 'not_found'
    return law[tier.role] === 'no' ? 'not_permitted' : null
  }
  return tiers.flatMap((tier) =>
    given.flatMap((roleId) =>
      places.map((at): GivingCell => {
        const home = holdsRole(tier) ? tier.at : 'acme'
        return {
          tier,
          roleId,
          at,
          assigned: before(tier, personLaws['roles.assign']!, 'acme') ?? outcome(tier, roleId, at),
          created:
            before(tier, organizationLaws['users.create']!, home) ?? outcome(tier, roleId, at),
        }
      }),
    ),
  )
}

describe('giving roles', () => {
  it('never goes beyond the giver’s own rights, by assigning or by creating', async () => {
    const world = await openOracleWorld()
    const person = world.personOf('no role', 'nothing', 'active')
    const differing: string[] = []
    for (const { tier, roleId, at, assigned, created } of givingCells()) {
      const organizationId = world.idsOf[at]
      const newcomer = {
        organizationId: world.idsOf[holdsRole(tier) ? tier.at : 'acme'],
        userName: 'newcomer',
        name: { givenName: 'New', familyName: 'Comer' },
        emails: [{ value: 'new@example.com', primary: true }],
      }
      const outcomes = {
        assigned: outcomeOf(
          await world.attempt(
            'roles.assign',
            { userId: person.user.id, roleId, organizationId },
            world.callerOf(tier),
          ),
        ),
        created: outcomeOf(
          await world.attempt(
            'users.create',
            { ...newcomer, roles: [{ roleId, organizationId }] },
            world.callerOf(tier),
          ),
        ),
      }
      for (const [route, outcome, expected] of [
        ['assigned', outcomes.assigned, assigned],
        ['created', outcomes.created, created],
      ]) {
        if (outcome !== expected)
          differing.push(
            `${JSON.stringify(tier)} ${route} ${roleId} at ${at}: ${expected} was expected, and ${outcome} came.`,
          )
      }
    }
    expect(differing.slice(0, 20)).toEqual([])
  })

  it('is said beforehand by each organization', async () => {
    const world = await openOracleWorld()
    for (const tier of tiersWithRole) {
      const list = await world.attempt('organizations.list', {}, world.callerOf(tier))
      if (!list.ok || !holdsRole(tier)) continue
      const grantable = given.filter((roleId) => giving[tier.role]![roleId] === 'allowed').sort()
      for (const view of (list.value as { items: OrganizationView[] }).items)
        expect([tier, view.name, [...view.grantableRoleIds].sort()]).toEqual([
          tier,
          view.name,
          grantable,
        ])
    }
  })

  it.each([
    [
      'without the right to give roles',
      ['organization:read', 'organization:update'],
      'not_permitted',
    ],
    [
      'beyond their own rights',
      ['organization:read', 'organization:update', 'user:read', 'role:assign'],
      'grant_exceeds_rights',
    ],
  ] as const)(
    'is refused through the mapping of an identity provider, %s',
    async (_, permissions, code) => {
      const world = await openWorld({
        roles: [{ id: 'mapper', name: 'Mapper', description: 'Maps groups.', permissions }],
      })
      const mapper = await world.join('mapper', 'acme', { roles: ['mapper'] })
      const map = async (
        version: number,
        ssoRoleMapping: Record<string, string>,
        caller: { userId: string } | 'system',
      ) =>
        outcomeOf(
          await world.roster.execute('organizations.update', {
            input: {
              organizationId: world.places.acme,
              version,
              ssoProvider: 'Okta',
              ssoRoleMapping,
            },
            caller,
          }),
        )
      expect(await map(1, { staff: 'administrator' }, { userId: mapper.id })).toBe(code)
      // What somebody else has mapped may stay as it is.
      expect(await map(1, { staff: 'administrator' }, 'system')).toBe('allowed')
      expect(await map(2, { staff: 'administrator' }, { userId: mapper.id })).toBe('allowed')
      expect(
        await map(3, { staff: 'administrator', others: 'administrator' }, { userId: mapper.id }),
      ).toBe(code)
    },
  )

  it('is thousands of cells, with the rest of the matrix', async () => {
    const { personCells } = await import('./person-cells.ts')
    const { organizationCells } = await import('./organization-cells.ts')
    const { delegationCells } = await import('./delegation-cells.ts')
    const { codeCells, linkCells } = await import('./link-cells.ts')
    const cells = [
      personCells({ sso: false }),
      personCells({ sso: true }),
      organizationCells({ sso: false }),
      organizationCells({ sso: true }),
      delegationCells(),
      givingCells(),
      linkCells(),
      codeCells(),
    ].flat()
    expect(cells.length).toBeGreaterThan(60_000)
  })
})
