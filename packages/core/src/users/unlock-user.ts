import * as z from 'zod/mini'
import type { Instant } from '../kernel/clock.js'
import type { Failure } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import { paragraph } from '../kernel/text.js'
import type { Handler } from '../pipeline.js'
import { lockedByAdministrator } from './lock-user.js'
import { saveUser, unchangedUser } from './save-user.js'
import type { User } from './user.js'
import { userViewSchema } from './user-view.js'

/**
 * Takes the administrators' locks off a person. Locks of other kinds stay: lifting one never lifts another (row 27).
 * Unlocking somebody who is not locked changes nothing.
 */
export const unlockUser = {
  name: 'users.unlock',
  kind: 'command',
  summary: 'Takes the administrators’ locks off a person; locks of other kinds stay.',
  permission: 'user:lock',
  subject: 'user',
  self: 'refused',
  event: 'user.unlocked',
  possible: (user: User, at: Instant): Failure | null => {
    if (user.lifecycle.state === 'deleted') return { code: 'user_deleted' }
    return lockedByAdministrator(user, at) ? null : { code: 'not_locked' }
  },
  input: z.strictObject({ userId: z.uuid(), reason: z.optional(paragraph(500)) }),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/unlock' },
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'Back from leave.' },
} as const satisfies Operation

/** Carries out {@link unlockUser}. */
export const unlockUserHandler: Handler<typeof unlockUser> = async (context, { reason }) => {
  const { at, subject } = context
  if (!lockedByAdministrator(subject.user, at)) return unchangedUser(context, reason)
  return saveUser(context, { locks: subject.user.locks.filter((lock) => lock.kind !== 'administrator') }, reason)
}
