/** What a host decides once for its roster. */
export interface Policy {
  /** Within what a username is unique: each organization (the default), or the whole roster. */
  readonly userNameBoundary: 'organization' | 'roster'
  /** What the host calls the levels of its tree, from the root down. Deeper levels take the last name. */
  readonly levels: readonly string[]
}

/** The policy of a host that says nothing. */
export const defaultPolicy: Policy = { userNameBoundary: 'organization', levels: ['Platform', 'Distributor', 'Partner', 'Tenant'] }

/** The boundary of the policy for a person of this organization, as stores know it. */
export function userNameBoundaryOf(policy: Policy, organizationId: string): string {
  return policy.userNameBoundary === 'organization' ? organizationId : 'roster'
}

/** The host's name for a depth in the tree. */
export function levelName(policy: Policy, depth: number): string {
  return policy.levels[Math.min(depth, policy.levels.length - 1)] ?? ''
}
