import * as z from 'zod/mini'
import { ok } from '../../kernel/result.js'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { issueLink } from '../../steps/secrets/issue-link.js'
import { issuedLinkSchema } from '../../domain/secrets/issued-link.js'
import { signOutOf } from '../../steps/sessions/sign-out.js'
import { alsoRecording, saveUser } from '../../steps/users/save-user.js'
import { resettable } from '../../domain/credentials/resettable.js'

/**
 * Sends a user a link with which they set a new password (docs/features.md, row 21). They show as
 * RECOVERY until then, and the previous password works until then, because anyone may ask for such
 * a message. With `signOut`, the default, all their sessions end.
 */
export const sendPasswordReset = {
  name: 'passwords.sendReset',
  kind: 'command',
  summary: 'Sends a user a link with which they set a new password.',
  permission: 'password:reset',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'password.reset_sent',
  possible: resettable,
  input: z.strictObject({
    userId: z.uuid(),
    signOut: z._default(z.boolean(), true),
    reason: z.optional(paragraph(500)),
  }),
  output: z.extend(issuedLinkSchema, { sessionsEnded: z.number() }),
  showsOnce: ['link'],
  needs: ['redeemAddress'],
  failures: [
    'user_deleted',
    'invalid_transition',
    'federated_only',
    'managed_by_sso',
    'not_configured',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/password/reset' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'secrets.list', 'mails.ofUser'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', signOut: true },
} as const satisfies Operation

export const sendPasswordResetHandler: Handler<typeof sendPasswordReset> = async (
  context,
  { signOut, reason },
) => {
  const { policy, subject, at } = context
  const issued = await issueLink(
    context,
    'recovery',
    policy.recovery.delivery,
    policy.recovery.lifetimeHours,
  )
  if (!issued.ok) return issued
  const { sessionsEnded, recorded } = signOut
    ? await signOutOf(context)
    : { sessionsEnded: 0, recorded: [] }
  const { link: _, ...delivery } = issued.value
  // One that is temporary or expired has to be replaced all the more.
  const over = subject.user.password.expiresAt !== null && at >= subject.user.password.expiresAt
  const password =
    !over && ['none', 'set'].includes(subject.user.password.state)
      ? { ...subject.user.password, state: 'reset_pending' as const, sinceAt: at }
      : subject.user.password
  const saved = await saveUser(
    alsoRecording(context, { field: 'recovery link', before: null, after: delivery }, ...recorded),
    { password },
    reason,
  )
  return saved.ok ? ok({ ...issued.value, sessionsEnded }) : saved
}
