import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { queueMail } from '../../steps/outbox/queue-mail.js'
import type { Handler } from '../../context.js'
import { newCode, plainCode } from '../../domain/secrets/code.js'
import { deliveryBy, replaceSecret, resetCodePage } from '../../steps/secrets/issue-link.js'
import { endOf } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { onboarded } from '../../domain/credentials/resettable.js'
import { storedSecretCode } from '../../steps/credentials/secret-code.js'

/**
 * Makes a code with which a user who forgot or blocked their secret code sets a new one
 * (docs/features.md, row 17). Shown once or emailed, by the policy; valid for minutes; ends the
 * previous one; ends after a few wrong tries.
 */
export const issueResetCode = {
  name: 'secretCodes.issueResetCode',
  kind: 'command',
  summary: 'Creates a code with which a user sets a new secret code. Ends the previous one.',
  permission: 'authenticator:enrol',
  subject: 'user',
  self: 'refused',
  event: 'secret_code.reset_code_issued',
  possible: onboarded,
  input: z.strictObject({ userId: z.uuid() }),
  output: z.object({
    /** The code to hand over, when the policy shows it. It cannot be shown again. */
    code: z.nullable(z.string()),
    sentTo: z.nullable(z.string()),
    /** The page where it is entered. */
    page: z.nullable(z.string()),
    expiresAt: z.string(),
  }),
  showsOnce: ['code'],
  needs: ['hasher'],
  failures: ['user_deleted', 'invalid_transition', 'no_secret_code', 'not_configured'],
  http: { method: 'POST', path: '/users/{userId}/reset-code' },
  invalidates: ['secrets.list', 'mails.ofUser'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const issueResetCodeHandler: Handler<typeof issueResetCode> = async (context) => {
  const { tx, at, policy, record, services, subject } = context
  const hasher = needed(services, 'hasher')
  if (!hasher.ok) return hasher
  if (!(await storedSecretCode(tx, subject.user.id))) return err({ code: 'no_secret_code' })
  const { format, delivery, lifetimeMinutes } = policy.resetCode
  const { mailTo, show } = deliveryBy(context, delivery)
  const code = show ? newCode(format) : null
  const secret = await replaceSecret(context, {
    purpose: 'reset_code',
    copies:
      code === null ? [] : [{ hash: await hasher.value.hash(plainCode(code)), address: null }],
    expiresAt: endOf(at, { minutes: lifetimeMinutes }),
  })
  if (mailTo !== null)
    await queueMail(context, { occasion: 'reset_code', address: mailTo, secretId: secret.id })
  const sent = { sentTo: mailTo, expiresAt: secret.expiresAt }
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [{ field: 'reset code', before: null, after: sent }],
  })
  return ok({
    code,
    page:
      services.redeemAddress === null
        ? null
        : resetCodePage(services.redeemAddress, subject.user.organizationId),
    ...sent,
  })
}
