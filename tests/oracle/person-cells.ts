import { personLaws } from './laws.ts'
import { outcomeForPerson, type Outcome, type Tier } from './oracle.ts'
import { holdingNames, holdings, tiers, type Condition, type HoldingName } from './oracle-world.ts'

/** One cell: who, what, to whom, and what must come of it. */
export interface PersonCell {
  readonly tier: Tier
  readonly operation: string
  readonly about: HoldingName | 'oneself'
  readonly condition: Condition
  readonly expected: Outcome
}

/** The matrix of operations about a person. */
export function personCells({ sso }: { readonly sso: boolean }): PersonCell[] {
  // What single sign-on changes does not depend on what the person holds, beyond that the rank is
  // asked first.
  const abouts: readonly (HoldingName | 'oneself')[] = sso
    ? ['nothing', 'administrator here', 'administrator above']
    : [...holdingNames, 'oneself']
  return Object.entries(personLaws).flatMap(([operation, law]) =>
    tiers.flatMap((tier) =>
      abouts.map((about): PersonCell => ({
        tier,
        operation,
        about,
        condition: about === 'oneself' ? 'active' : (law['person'] as Condition),
        expected: outcomeForPerson(
          tier,
          operation,
          about === 'oneself' ? about : { holds: holdings[about], sso },
        ),
      })),
    ),
  )
}
