import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import { isFor, removeSecrets } from '../../steps/secrets/issue-link.js'
import type { Handler } from '../../context.js'
import { signOutOf } from '../../steps/sessions/sign-out.js'
import { alsoRecording, saveUser } from '../../steps/users/save-user.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { removePassword as takePassword } from '../../steps/credentials/password.js'
import { hasPassword } from '../../domain/credentials/resettable.js'

/**
 * Takes a user's password away: they sign in by other means, or not until they have a new one
 * (docs/features.md, row 21). With `signOut`, which is the default, everything open ends.
 */
export const removePassword = {
  name: 'passwords.remove',
  kind: 'command',
  summary: 'Removes a user’s password.',
  permission: 'password:reset',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'password.removed',
  possible: hasPassword,
  input: z.strictObject({
    userId: z.uuid(),
    signOut: z._default(z.boolean(), true),
    reason: z.optional(paragraph(500)),
  }),
  output: userViewSchema,
  failures: [
    'user_deleted',
    'invalid_transition',
    'federated_only',
    'no_password',
    'managed_by_sso',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/password/remove' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'mails.ofUser'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    reason: 'Signs in with a security key from now on.',
  },
} as const satisfies Operation

export const removePasswordHandler: Handler<typeof removePassword> = async (
  context,
  { signOut, reason },
) => {
  await takePassword(context)
  await removeSecrets(context, isFor('new_password'))
  const { recorded } = signOut ? await signOutOf(context) : { recorded: [] }
  const saved = await saveUser(
    alsoRecording(context, ...recorded),
    { password: { state: 'none', sinceAt: context.at, expiresAt: null } },
    reason,
  )
  if (saved.ok) await notify(context, 'password_removed')
  return saved
}
