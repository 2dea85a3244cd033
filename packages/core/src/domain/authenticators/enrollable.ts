import type { Failure } from '../../kernel/failure.js'
import type { User } from '../users/user.js'

/** Whether a user can get an authenticator: not while they are deleted or deactivated. */
export function enrollable({ lifecycle }: User): Failure | null {
  if (lifecycle.state === 'deleted') return { code: 'user_deleted' }
  return lifecycle.state === 'deactivated'
    ? { code: 'invalid_transition', details: { from: lifecycle.state, event: 'enrol' } }
    : null
}
