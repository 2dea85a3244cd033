import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { authenticatorViewSchema } from '../../domain/authenticators/authenticator.js'
import { holderOf } from '../../domain/authenticators/holder.js'
import { moveAuthenticator } from '../../steps/authenticators/move-authenticator.js'

/**
 * Locks an authenticator so that it cannot be used until an administrator unlocks it; a lock of the
 * user’s own is replaced (docs/features.md, row 15).
 */
export const lockAuthenticator = {
  name: 'authenticators.lock',
  kind: 'command',
  summary: 'Locks an authenticator so that only an administrator can unlock it.',
  permission: 'authenticator:lock',
  subject: 'user',
  event: 'authenticator.locked',
  input: z.strictObject({
    userId: z.uuid(),
    authenticatorId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/authenticators/{authenticatorId}/lock' },
  invalidates: ['authenticators.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    authenticatorId: '0198f0c0-7e00-7000-8000-000000000006',
    reason: 'Phone lost on the train.',
  },
} as const satisfies Operation

export const lockAuthenticatorHandler: Handler<typeof lockAuthenticator> = async (
  context,
  { authenticatorId, reason = null },
) =>
  moveAuthenticator(
    context,
    holderOf(context.subject.user),
    authenticatorId,
    'lockByAdministrator',
    reason,
  )
