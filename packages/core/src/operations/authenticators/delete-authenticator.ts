import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import type { Handler } from '../../context.js'
import { authenticatorViewSchema } from '../../domain/authenticators/authenticator.js'
import { holderOf } from '../../domain/authenticators/holder.js'
import { moveAuthenticator } from '../../steps/authenticators/move-authenticator.js'

/**
 * Deletes an authenticator: it can never be used again. The record is kept, with when and by whom,
 * and the user is notified by email (docs/features.md, row 15; SP 800-63B-4 §4.1).
 */
export const deleteAuthenticator = {
  name: 'authenticators.delete',
  kind: 'command',
  summary: 'Deletes an authenticator. It can never be used again.',
  permission: 'authenticator:delete',
  subject: 'user',
  event: 'authenticator.deleted',
  input: z.strictObject({
    userId: z.uuid(),
    authenticatorId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/authenticators/{authenticatorId}/delete' },
  invalidates: ['authenticators.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    authenticatorId: '0198f0c0-7e00-7000-8000-000000000006',
    reason: 'Phone lost on the train.',
  },
} as const satisfies Operation

export const deleteAuthenticatorHandler: Handler<typeof deleteAuthenticator> = async (
  context,
  { authenticatorId, reason = null },
) => {
  const before = await context.tx.authenticators.find(context.subject.user.id, authenticatorId)
  const moved = await moveAuthenticator(
    context,
    holderOf(context.subject.user),
    authenticatorId,
    'revoke',
    reason,
  )
  if (moved.ok && before?.state !== 'revoked')
    await notify(context, 'factor_removed', { factor: moved.value.name })
  return moved
}
