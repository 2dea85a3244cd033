import {
  organizationLaws,
  personLaws,
  rankAtOnePlace,
  reaches,
  type Place,
  type RelatedPlace,
  type RoleName,
} from './laws.ts'

/** What must come of a call: `allowed`, or the code of the refusal. */
export type Outcome = string

/**
 * Who calls: somebody with one role at one organization, somebody without any, or somebody who may
 * not call at all.
 */
export type Tier =
  | { readonly role: RoleName; readonly at: RelatedPlace }
  | 'no role'
  | 'ended role'
  | 'future role'
  | 'signed out'
  | 'unknown'
  | 'suspended'

/**
 * What the person acted on holds, and where. A role that has ended, or that no catalogue has any
 * more, is nothing; one that is to begin counts.
 */
export type Holding = { readonly role: RoleName; readonly at: Place } | 'nothing'

export type About = { readonly holds: Holding; readonly sso?: boolean } | 'oneself'

/**
 * What must come of an operation about a person who lives at acme (or about oneself, wherever one
 * lives).
 */
export function outcomeForPerson(tier: Tier, operation: string, about: About): Outcome {
  const law = personLaws[operation]!
  const barred = barredOutright(tier)
  if (barred) return barred
  // Somebody whom the caller may not see does not exist.
  if (!holdsRole(tier) || tier.role === 'ender') return 'not_found'
  if (about !== 'oneself' && !reach(tier.at, 'acme')) return 'not_found'
  if (law[tier.role] === 'no') return 'not_permitted'
  if (law['kind'] === 'asks') return 'allowed'
  if (about === 'oneself') return law['oneself'] === 'yes' ? 'allowed' : law['oneself']!
  const rank = rankOutcome(tier, about.holds)
  if (rank !== 'above') return rank
  return about.sso && law['sso'] === 'no' ? 'managed_by_sso' : 'allowed'
}

/** What must come of an operation about an organization; the caller lives where their role is. */
export function outcomeForOrganization(
  tier: Tier,
  operation: string,
  organization: Place,
  sso: boolean,
): Outcome {
  const law = organizationLaws[operation]!
  const barred = barredOutright(tier)
  if (barred) return barred
  if (!holdsRole(tier) || tier.role === 'ender' || !reach(tier.at, organization)) return 'not_found'
  if (law[tier.role] === 'no') return 'not_permitted'
  if (sso && law['sso'] === 'no') return 'managed_by_sso'
  const special =
    organization === 'platform' ? law['root']! : tier.at === organization ? law['home']! : 'yes'
  return special === 'yes' ? 'allowed' : special
}

/** The refusal that meets whoever may not call at all. */
export function barredOutright(tier: Tier): Outcome | null {
  if (tier === 'signed out' || tier === 'unknown') return 'unauthenticated'
  return tier === 'suspended' ? 'access_suspended' : null
}

/** Whether the tier holds a role that is in force. */
export function holdsRole(
  tier: Tier,
): tier is { readonly role: RoleName; readonly at: RelatedPlace } {
  return typeof tier === 'object'
}

export function reach(from: Place, to: Place): boolean {
  return (reaches[from] as readonly Place[]).includes(to)
}

function rankOutcome(
  tier: { readonly role: RoleName; readonly at: RelatedPlace },
  holds: Holding,
): string {
  if (holds === 'nothing') return 'above'
  if (!reach(tier.at, holds.at)) return 'outranked'
  const atOnePlace = rankAtOnePlace[tier.role]![holds.role]!
  return atOnePlace === 'same_rank' && tier.at !== holds.at ? 'above' : atOnePlace
}
