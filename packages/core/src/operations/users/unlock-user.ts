import type { Handler } from '../../context.js'
import { lockKinds, type LockKind } from '../../domain/locks/lock.js'
import { inactivityLockFrom } from '../../domain/users/inactivity.js'
import { explain } from '../../domain/users/status.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import type { User } from '../../domain/users/user.js'
import type { Instant } from '../../kernel/clock.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import * as z from 'zod/mini'

/** The kinds of lock that hold a user at the instant, the one that shows first. */
function kindsInForce(user: User, at: Instant): LockKind[] {
  return [...new Set(explain(user, at).reasons.flatMap((reason) => reason.lockKind ?? []))]
}

/**
 * Removes the locks of one kind from a user: the kind named, or the one that shows. Locks of other
 * kinds stay (docs/features.md, row 27). Removing the lock for failed sign-ins clears the counter;
 * removing the one for inactivity restarts its time. Changes nothing for a user who isn't locked.
 */
export const unlockUser = {
  name: 'users.unlock',
  kind: 'command',
  summary: 'Removes the locks of one kind from a user: the kind named, or the one that shows.',
  permission: 'user:lock',
  subject: 'user',
  self: 'refused',
  event: 'user.unlocked',
  possible: (
    user: User,
    at: Instant,
    { kind }: { readonly kind?: LockKind } = {},
  ): Failure | null => {
    if (user.lifecycle.state === 'deleted') return { code: 'user_deleted' }
    return kindsInForce(user, at).some((other) => kind === undefined || other === kind)
      ? null
      : { code: 'not_locked' }
  },
  input: z.strictObject({
    userId: z.uuid(),
    kind: z.optional(z.enum(lockKinds)),
    reason: z.optional(paragraph(500)),
  }),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/unlock' },
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'Back from leave.' },
} as const satisfies Operation

export const unlockUserHandler: Handler<typeof unlockUser> = async (
  context,
  { kind: wanted, reason },
) => {
  const { at, policy, subject } = context
  const { user } = subject
  const kinds = kindsInForce(user, at)
  const kind = wanted ?? kinds[0]
  if (kind === undefined || !kinds.includes(kind)) return unchangedUser(context, reason)
  return saveUser(
    context,
    {
      locks: user.locks.filter((lock) => lock.kind !== kind),
      ...(kind === 'failed-sign-ins' ? { failedSignIns: { count: 0, sinceAt: null } } : {}),
      ...(kind === 'inactivity' ? { inactivityLockAt: inactivityLockFrom(policy, at) } : {}),
    },
    reason,
  )
}
