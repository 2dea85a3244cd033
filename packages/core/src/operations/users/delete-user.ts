import * as z from 'zod/mini'
import { plusSeconds } from '../../kernel/clock.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { guardAdministrators } from '../../steps/roles/last-administrator.js'
import { moveAlong } from '../../steps/users/move-along.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { foldUserName } from '../../domain/users/user-name.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Deletes a user. They can be restored, and keep their username, until the policy's `restoreDays`
 * have passed; after that they can only be purged, which can't be undone (docs/features.md, row 9).
 * The caller confirms with the user's username, or with a plan that they have reviewed
 * (docs/features.md, row 30). Changes nothing for a deleted user.
 */
export const deleteUser = {
  name: 'users.delete',
  kind: 'command',
  summary: 'Deletes a user. They can be restored until the restore window has passed.',
  permission: 'user:delete',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'user.deleted',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'already_deleted' } : null,
  input: z.strictObject({
    userId: z.uuid(),
    userName: z.optional(z.string().check(z.maxLength(512))),
    reason: z.optional(paragraph(500)),
  }),
  output: userViewSchema,
  failures: ['user_name_mismatch', 'stale_version', 'last_administrator', 'managed_by_sso'],
  http: { method: 'POST', path: '/users/{userId}/delete' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'secrets.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    userName: 'ada.lovelace',
    reason: 'Contract ended.',
  },
} as const satisfies Operation

export const deleteUserHandler: Handler<typeof deleteUser> = async (
  context,
  { userName, reason = null },
) => {
  const { at, planned, policy, subject } = context
  if (subject.user.lifecycle.state === 'deleted') return unchangedUser(context, reason)
  if (
    userName === undefined
      ? !planned
      : foldUserName(userName) !== foldUserName(subject.user.userName)
  )
    return err({ code: 'user_name_mismatch' })
  const failure = await guardAdministrators(context)
  if (failure) return err(failure)
  return saveUser(
    context,
    {
      lifecycle: moveAlong(context, 'delete', reason, {
        restorableUntilAt: plusSeconds(at, policy.restoreDays * 86_400),
      }),
    },
    reason,
  )
}
