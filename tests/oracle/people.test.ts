import { describe, expect, it } from 'vitest'
import type { DecisionView, UserView } from '@rosterkit/core'
import { personLaws } from './laws.ts'
import { inputForPerson, openOracleWorld, outcomeOf } from './oracle-world.ts'
import { personCells } from './person-cells.ts'

describe.each([{ sso: false }, { sso: true }])(
  'operations about a person, single sign-on: $sso',
  ({ sso }) => {
    it(
      'end as the matrix says, cell by cell, and views say the same beforehand',
      { timeout: 60_000 },
      async () => {
        const world = await openOracleWorld({ sso })
        const seen = new Map<string, UserView | null>()
        const differing: string[] = []
        for (const { tier, operation, about, condition, expected } of personCells({ sso })) {
          const person = world.personOf(tier, about, condition)
          const caller = world.callerOf(tier)
          const outcome = outcomeOf(
            await world.attempt(operation, inputForPerson(world, operation, person), caller),
          )
          const cell = `${JSON.stringify(tier)} ${operation} ${about} (${condition})`
          if (outcome !== expected)
            differing.push(`${cell}: ${expected} was expected, and ${outcome} came.`)

          const key = `${caller.userId} ${person.user.id}`
          if (!seen.has(key)) {
            const view = await world.attempt('users.get', { userId: person.user.id }, caller)
            seen.set(key, view.ok ? (view.value as UserView) : null)
          }
          const view = seen.get(key)
          if (view && personLaws[operation]!['kind'] === 'acts') {
            const said = saidBy(view.can[operation])
            if (said !== expected)
              differing.push(`${cell}: the view says ${said}, and ${expected} was expected.`)
          }
        }
        expect(differing.slice(0, 20)).toEqual([])
      },
    )
  },
)

function saidBy(decision: DecisionView | undefined): string {
  return decision === undefined ? 'nothing' : decision.allowed ? 'allowed' : decision.code
}
