import { plusSeconds, type Instant } from '../../kernel/clock.js'
import type { Policy } from '../policy.js'
import { displayName, type User } from '../users/user.js'

/** Whose authenticator it is, for the audit. */
export function holderOf(user: User): Holder {
  return { id: user.id, label: displayName(user), organizationId: user.organizationId }
}

/**
 * When an authenticator that is in use at the instant will be locked for inactivity by the policy;
 * null never.
 */
export function idleLockFrom(policy: Policy, at: Instant): Instant | null {
  return policy.authenticators.inactivityLockDays === null
    ? null
    : plusSeconds(at, policy.authenticators.inactivityLockDays * 86_400)
}

/** Whose authenticator it is, for the audit. */
export interface Holder {
  readonly id: string
  readonly label: string
  readonly organizationId: string
}
