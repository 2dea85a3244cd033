import type { Instant } from '../../kernel/clock.js'
import type { Failure } from '../../kernel/failure.js'
import { explain, statusesWithAccess } from './status.js'
import type { Organization } from '../organizations/organization.js'
import type { User } from './user.js'

/**
 * Why a user has no access at the instant; null if they have. Callers, sessions and every proof at
 * sign-in go through this.
 */
export function accessRefusal(
  { user, lineage }: { readonly user: User; readonly lineage: readonly Organization[] },
  at: Instant,
): Failure<'access_suspended'> | null {
  const { status } = explain(user, at, lineage)
  return statusesWithAccess.includes(status)
    ? null
    : { code: 'access_suspended', details: { status } }
}
