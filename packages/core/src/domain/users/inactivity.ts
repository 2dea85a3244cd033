import { plusSeconds, type Instant } from '../../kernel/clock.js'
import type { Policy } from '../policy.js'

/** When the policy will lock a user for inactivity who is active at the instant; null for never. */
export function inactivityLockFrom(policy: Policy, at: Instant): Instant | null {
  return policy.inactivityLockDays === null
    ? null
    : plusSeconds(at, policy.inactivityLockDays * 86_400)
}
