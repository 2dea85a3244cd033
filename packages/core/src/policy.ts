import type { AuthenticatorType } from './authenticators/authenticator.js'

/** What a host decides once for its roster. */
export interface Policy {
  /** Within what a username is unique: each organization (the default), or the whole roster. */
  readonly userNameBoundary: 'organization' | 'roster'
  /** What the host calls the levels of its tree, from the root down. Deeper levels take the last name. */
  readonly levels: readonly string[]
  /** The automatic lock after failed sign-ins (row 7): after how many, within which window, and for how long (null: until an administrator lifts it). */
  readonly failedSignIns: { readonly threshold: number; readonly windowSeconds: number; readonly lockSeconds: number | null }
  /** How many authenticators of a type a person may have (a type left out: any number), and after how many days without use one is locked (null: never). */
  readonly authenticators: { readonly limits: { readonly [T in AuthenticatorType]?: number }; readonly inactivityLockDays: number | null }
  /** After how many days without a sign-in a person is locked; null never. */
  readonly inactivityLockDays: number | null
  /** For how many days a deleted person can be restored before the purge; 0 leaves no time. */
  readonly restoreDays: number
}

/** The policy of a host that says nothing. */
export const defaultPolicy: Policy = {
  userNameBoundary: 'organization',
  levels: ['Platform', 'Distributor', 'Partner', 'Tenant'],
  failedSignIns: { threshold: 5, windowSeconds: 15 * 60, lockSeconds: null },
  authenticators: { limits: {}, inactivityLockDays: null },
  inactivityLockDays: null,
  restoreDays: 30,
}

/** The boundary of the policy for a person of this organization, as stores know it. */
export function userNameBoundaryOf(policy: Policy, organizationId: string): string {
  return policy.userNameBoundary === 'organization' ? organizationId : 'roster'
}

/** The host's name for a depth in the tree. */
export function levelName(policy: Policy, depth: number): string {
  return policy.levels[Math.min(depth, policy.levels.length - 1)] ?? ''
}
