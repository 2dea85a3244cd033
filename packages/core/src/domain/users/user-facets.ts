/** The facets that users are counted by. */
export const userFacets = ['status', 'role', 'organization', 'mfa', 'dormant', 'expiring'] as const

/** One facet; see {@link userFacets}. */
export type UserFacet = (typeof userFacets)[number]
