import { organizationLaws, places, type Place } from './laws.ts'
import { holdsRole, outcomeForOrganization, type Outcome, type Tier } from './oracle.ts'
import { tiers } from './oracle-world.ts'

/** One cell: who, what, at which organization, and what must come of it. */
export interface OrganizationCell {
  readonly tier: Tier
  readonly operation: string
  readonly organization: Place
  readonly expected: Outcome
}

/**
 * The matrix of operations about an organization: every tier at every place, against every
 * organization of the tree.
 */
export function organizationCells({ sso }: { readonly sso: boolean }): OrganizationCell[] {
  return Object.keys(organizationLaws).flatMap((operation) =>
    tiers.flatMap((tier) =>
      // Only acme is ever handed over.
      (sso ? (['acme', 'branch'] as const) : places).map((organization): OrganizationCell => ({
        tier,
        operation,
        organization,
        expected: outcomeForOrganization(
          tier,
          operation,
          organization,
          sso && organization === 'acme',
        ),
      })),
    ),
  )
}

/** Where the caller of a cell has their role; somebody without one counts as living at acme. */
export function placeOf(tier: Tier): Place {
  return holdsRole(tier) ? tier.at : 'acme'
}
