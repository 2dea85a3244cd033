import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import type { User } from '../../domain/users/user.js'
import { foldUserName } from '../../domain/users/user-name.js'

/**
 * Removes a deleted user for good, with everything of theirs but the audit, and frees the
 * username (docs/features.md, row 9). No one can take it back; the id is never used again.
 */
export const purgeUser = {
  name: 'users.purge',
  kind: 'command',
  summary: 'Permanently deletes a deleted user and frees the username. This can’t be undone.',
  permission: 'user:delete',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'user.purged',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? null : { code: 'not_deleted' },
  input: z.strictObject({
    userId: z.uuid(),
    userName: z.string().check(z.maxLength(512)),
    reason: z.optional(paragraph(500)),
  }),
  output: z.object({ userId: z.string() }),
  failures: ['not_deleted', 'user_name_mismatch', 'managed_by_sso'],
  http: { method: 'POST', path: '/users/{userId}/purge' },
  invalidates: ['users.list', 'users.get', 'users.checkUserName'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', userName: 'ada.lovelace' },
} as const satisfies Operation

export const purgeUserHandler: Handler<typeof purgeUser> = async (
  { tx, subject, record },
  { userName, reason },
) => {
  const { user } = subject
  if (foldUserName(userName) !== foldUserName(user.userName))
    return err({ code: 'user_name_mismatch' })
  await tx.outbox.removeOf(user.id)
  await tx.keptAnswers.removeOf(user.id)
  await tx.securityKeyIds.releaseAll(user.id)
  await tx.users.remove(user.id)
  record({
    subject: subject.auditSubject,
    organizationId: user.organizationId,
    changes: [{ field: 'lifecycle', before: user.lifecycle, after: null }],
    reason,
  })
  return ok({ userId: user.id })
}
