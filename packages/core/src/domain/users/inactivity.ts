import { plusSeconds, type Instant } from '../../kernel/clock.js'
import type { Policy } from '../policy.js'

/**
 * When somebody who is active at the instant will be locked for inactivity by the policy; null
 * never.
 */
export function inactivityLockFrom(policy: Policy, at: Instant): Instant | null {
  return policy.inactivityLockDays === null
    ? null
    : plusSeconds(at, policy.inactivityLockDays * 86_400)
}
