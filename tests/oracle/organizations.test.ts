import { describe, expect, it } from 'vitest'
import type { OrganizationView } from '@rosterkit/core'
import { organizationLaws } from './laws.ts'
import { organizationCells, placeOf } from './organization-cells.ts'
import { inputForOrganization, openOracleWorld, outcomeOf } from './oracle-world.ts'

describe.each([{ sso: false }, { sso: true }])(
  'operations about an organization, single sign-on: $sso',
  ({ sso }) => {
    it(
      'end as the matrix says, cell by cell, and views say the same beforehand',
      { timeout: 60_000 },
      async () => {
        const world = await openOracleWorld({ sso })
        const seen = new Map<string | null, ReadonlyMap<string, OrganizationView>>()
        const differing: string[] = []
        for (const { tier, operation, organization, expected } of organizationCells({ sso })) {
          const caller = world.callerOf(tier)
          const outcome = outcomeOf(
            await world.attempt(
              operation,
              inputForOrganization(world, operation, organization, placeOf(tier)),
              caller,
            ),
          )
          const cell = `${JSON.stringify(tier)} ${operation} ${organization}`
          if (outcome !== expected)
            differing.push(`${cell}: ${expected} was expected, and ${outcome} came.`)

          if (!seen.has(caller.userId)) {
            const list = await world.attempt('organizations.list', {}, caller)
            seen.set(
              caller.userId,
              new Map(
                list.ok
                  ? (list.value as { items: OrganizationView[] }).items.map((view) => [
                      view.id,
                      view,
                    ])
                  : [],
              ),
            )
          }
          const said = seen.get(caller.userId)!.get(world.idsOf[organization])?.can[operation]
          // That the root stays the root is told to whoever tries.
          const theRoot = operation === 'organizations.move' && organization === 'platform'
          if (
            said &&
            organizationLaws[operation]!['kind'] === 'acts' &&
            !theRoot &&
            (said.allowed ? 'allowed' : said.code) !== expected
          )
            differing.push(
              `${cell}: the view says ${said.allowed ? 'allowed' : said.code}, and ${expected} was expected.`,
            )
        }
        expect(differing.slice(0, 20)).toEqual([])
      },
    )
  },
)
