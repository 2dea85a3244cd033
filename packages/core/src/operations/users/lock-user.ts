import * as z from 'zod/mini'
import { actorOf } from '../../domain/callers/caller.js'
import type { Instant } from '../../kernel/clock.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import { locksInForce, type LockKind } from '../../domain/locks/lock.js'
import { instantInput } from '../../kernel/validity.js'
import type { Handler } from '../../context.js'
import { guardAdministrators } from '../../steps/roles/last-administrator.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Locks a user until an administrator unlocks them, or until the time given. The reason is shown to
 * other administrators and kept in the audit log (docs/features.md, row 6). Changes nothing for a
 * locked user.
 */
export const lockUser = {
  name: 'users.lock',
  kind: 'command',
  summary: 'Locks a user until an administrator unlocks them, or until the time given.',
  permission: 'user:lock',
  subject: 'user',
  self: 'refused',
  event: 'user.locked',
  possible: (
    user: User,
    at: Instant,
    { kind = 'administrator' }: { readonly kind?: LockKind } = {},
  ): Failure | null => {
    if (user.lifecycle.state === 'deleted') return { code: 'user_deleted' }
    return locked(user, kind, at) ? { code: 'already_locked' } : null
  },
  input: z.strictObject({
    userId: z.uuid(),
    kind: z._default(z.enum(['administrator', 'security']), 'administrator'),
    reason: paragraph(500),
    untilAt: z.optional(z.nullable(instantInput)),
  }),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version', 'last_administrator'],
  http: { method: 'POST', path: '/users/{userId}/lock' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'secrets.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    reason: 'Left the company on Friday.',
  },
} as const satisfies Operation

export const lockUserHandler: Handler<typeof lockUser> = async (
  context,
  { kind, reason, untilAt = null },
) => {
  const { at, subject, caller, newId } = context
  if (locked(subject.user, kind, at)) return unchangedUser(context, reason)
  if (untilAt !== null && untilAt <= at)
    return err({
      code: 'invalid_input',
      details: {
        issues: [
          {
            path: 'untilAt',
            code: 'in_the_past',
            message: 'Choose a time in the future, or leave it open.',
          },
        ],
      },
    })
  const lock = { id: newId(), kind, reason, actor: actorOf(caller), fromAt: at, untilAt }
  const failure = await guardAdministrators(context)
  if (failure) return err(failure)
  return saveUser(context, { locks: [...subject.user.locks, lock] }, reason)
}

function locked(user: User, kind: LockKind, at: Instant): boolean {
  return locksInForce(user.locks, at).some((lock) => lock.kind === kind)
}
