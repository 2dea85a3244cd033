import type { Failure } from '../../kernel/failure.js'
import type { User } from '../users/user.js'

/** Whether the user has finished onboarding, so that there can be something to reset. */
export function onboarded({ lifecycle }: User): Failure | null {
  if (lifecycle.state === 'deleted') return { code: 'user_deleted' }
  return lifecycle.state === 'active'
    ? null
    : { code: 'invalid_transition', details: { from: lifecycle.state, event: 'reset' } }
}

/**
 * Whether there can be a password to reset: only for a user who finished onboarding and signs in
 * here.
 */
export function resettable(user: User): Failure | null {
  return onboarded(user) ?? (user.signInRoute === 'federated' ? { code: 'federated_only' } : null)
}

/** Whether there is a password to remove or to expire. */
export function hasPassword(user: User): Failure | null {
  return resettable(user) ?? (user.password.state === 'none' ? { code: 'no_password' } : null)
}
