import * as z from 'zod/mini'
import { ok } from '../../kernel/result.js'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import type { Handler } from '../../context.js'
import { newTemporaryPassword } from '../../domain/secrets/code.js'
import { isFor, removeSecrets } from '../../steps/secrets/issue-link.js'
import { endOf } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { signOutOf } from '../../steps/sessions/sign-out.js'
import { alsoRecording, saveUser } from '../../steps/users/save-user.js'
import { storePassword } from '../../steps/credentials/password.js'
import { resettable } from '../../domain/credentials/resettable.js'

/**
 * Makes a temporary password for a user and shows it once, to the administrator (docs/features.md,
 * row 21). It is random, expires, and works for one sign-in, which leads to setting a new password;
 * until then they show as AWAITING_NEW_PASSWORD. The previous password is removed, and all sessions
 * end. No one can choose it (ASVS 6.4.1, 6.4.6).
 */
export const setTemporaryPassword = {
  name: 'passwords.setTemporary',
  kind: 'command',
  summary: 'Creates a temporary password for a user and shows it once.',
  permission: 'password:reset',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'password.temporary_set',
  possible: resettable,
  input: z.strictObject({ userId: z.uuid(), reason: z.optional(paragraph(500)) }),
  output: z.object({ password: z.string(), expiresAt: z.string(), sessionsEnded: z.number() }),
  showsOnce: ['password'],
  needs: ['hasher'],
  failures: [
    'user_deleted',
    'invalid_transition',
    'federated_only',
    'managed_by_sso',
    'not_configured',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/password/temporary' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'mails.ofUser'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'Called the help desk.' },
} as const satisfies Operation

export const setTemporaryPasswordHandler: Handler<typeof setTemporaryPassword> = async (
  context,
  { reason },
) => {
  const hasher = needed(context.services, 'hasher')
  if (!hasher.ok) return hasher
  const password = newTemporaryPassword()
  const change = await storePassword(context, await hasher.value.hash(password), true)
  const { sessionsEnded, recorded } = await signOutOf(context)
  await removeSecrets(context, isFor('new_password'))
  const saved = await saveUser(alsoRecording(context, ...recorded), change, reason)
  if (!saved.ok) return saved
  await notify(context, 'password_reset')
  return ok({
    password,
    expiresAt: endOf(context.at, { hours: context.policy.passwords.temporaryHours }),
    sessionsEnded,
  })
}
