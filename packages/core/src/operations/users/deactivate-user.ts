import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { guardAdministrators } from '../../steps/roles/last-administrator.js'
import { moveAlong } from '../../steps/users/move-along.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Suspends a user's access without losing anything: roles, personas and authenticators are kept for
 * {@link reactivateUser} (docs/features.md, row 8). Changes nothing for a deactivated user.
 */
export const deactivateUser = {
  name: 'users.deactivate',
  kind: 'command',
  summary: 'Suspends a user’s access. Their roles and settings are kept.',
  permission: 'user:deactivate',
  subject: 'user',
  self: 'refused',
  event: 'user.deactivated',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deactivated'
      ? { code: 'already_deactivated' }
      : lifecycle.state === 'deleted'
        ? { code: 'user_deleted' }
        : null,
  input: z.strictObject({ userId: z.uuid(), reason: paragraph(500) }),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version', 'last_administrator'],
  http: { method: 'POST', path: '/users/{userId}/deactivate' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'secrets.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    reason: 'On parental leave until spring.',
  },
} as const satisfies Operation

export const deactivateUserHandler: Handler<typeof deactivateUser> = async (
  context,
  { reason },
) => {
  if (context.subject.user.lifecycle.state === 'deactivated') return unchangedUser(context, reason)
  const failure = await guardAdministrators(context)
  if (failure) return err(failure)
  return saveUser(context, { lifecycle: moveAlong(context, 'deactivate', reason) }, reason)
}
