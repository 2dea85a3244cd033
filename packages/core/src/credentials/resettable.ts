import type { Failure } from '../kernel/failure.js'
import type { User } from '../users/user.js'

/** Whether there can be a password to reset: only for somebody onboarded who signs in here. */
export function resettable({ lifecycle, signInRoute }: User): Failure | null {
  if (lifecycle.state === 'deleted') return { code: 'user_deleted' }
  if (lifecycle.state !== 'active') return { code: 'invalid_transition', details: { from: lifecycle.state, event: 'reset' } }
  return signInRoute === 'federated' ? { code: 'federated_only' } : null
}

/** Whether there is a password to take away or to expire. */
export function hasPassword(user: User): Failure | null {
  return resettable(user) ?? (user.password.state === 'none' ? { code: 'no_password' } : null)
}
