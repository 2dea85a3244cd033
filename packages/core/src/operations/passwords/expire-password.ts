import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import { isFor, removeSecrets } from '../../steps/secrets/issue-link.js'
import type { Handler } from '../../context.js'
import { saveUser } from '../../steps/users/save-user.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { hasPassword } from '../../domain/credentials/resettable.js'

/**
 * Makes a user choose a new password at the next sign-in: they show as AWAITING_NEW_PASSWORD, and
 * everything that is open for them ends (docs/features.md, row 21).
 */
export const expirePassword = {
  name: 'passwords.expire',
  kind: 'command',
  summary: 'Requires a user to set a new password at the next sign-in.',
  permission: 'password:reset',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'password.expired',
  possible: hasPassword,
  input: z.strictObject({ userId: z.uuid(), reason: z.optional(paragraph(500)) }),
  output: userViewSchema,
  failures: [
    'user_deleted',
    'invalid_transition',
    'federated_only',
    'no_password',
    'managed_by_sso',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/password/expire' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'mails.ofUser'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'It was seen in a leak.' },
} as const satisfies Operation

export const expirePasswordHandler: Handler<typeof expirePassword> = async (
  context,
  { reason },
) => {
  await removeSecrets(context, isFor('new_password'))
  const saved = await saveUser(
    context,
    { password: { state: 'expired', sinceAt: context.at, expiresAt: null } },
    reason,
  )
  if (saved.ok) await notify(context, 'password_reset')
  return saved
}
