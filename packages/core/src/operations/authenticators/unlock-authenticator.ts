import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { authenticatorViewSchema } from '../../domain/authenticators/authenticator.js'
import { holderOf, idleLockFrom } from '../../domain/authenticators/holder.js'
import { moveAuthenticator } from '../../steps/authenticators/move-authenticator.js'

/**
 * Unlocks an authenticator, no matter who locked it; the time until an inactivity lock starts again
 * (docs/features.md, row 15). Not for one's own: an administrator is a user too, and a user never
 * removes an administrator's lock (docs/security.md, row 47).
 */
export const unlockAuthenticator = {
  name: 'authenticators.unlock',
  kind: 'command',
  summary: 'Unlocks an authenticator, no matter who locked it.',
  permission: 'authenticator:lock',
  subject: 'user',
  self: 'refused',
  event: 'authenticator.unlocked',
  input: z.strictObject({
    userId: z.uuid(),
    authenticatorId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/authenticators/{authenticatorId}/unlock' },
  invalidates: ['authenticators.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    authenticatorId: '0198f0c0-7e00-7000-8000-000000000006',
    reason: 'Phone lost on the train.',
  },
} as const satisfies Operation

export const unlockAuthenticatorHandler: Handler<typeof unlockAuthenticator> = async (
  context,
  { authenticatorId, reason = null },
) =>
  moveAuthenticator(
    context,
    holderOf(context.subject.user),
    authenticatorId,
    'unlockByAdministrator',
    reason,
    { inactivityLockAt: idleLockFrom(context.policy, context.at) },
  )
