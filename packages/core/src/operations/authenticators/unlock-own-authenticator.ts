import type { Handler } from '../../context.js'
import { authenticatorViewSchema } from '../../domain/authenticators/authenticator.js'
import { holderOf, idleLockFrom } from '../../domain/authenticators/holder.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { moveAuthenticator } from '../../steps/authenticators/move-authenticator.js'
import { ownAuthenticatorInput, ownAuthenticatorExample } from './own-authenticator-input.js'

/**
 * Unlocks one of the caller's own authenticators, if they locked it themselves; an administrator's
 * lock stays (docs/features.md, row 15).
 */
export const unlockOwnAuthenticator = {
  name: 'authenticators.unlockOwn',
  kind: 'command',
  summary: 'Unlocks one of the caller’s own authenticators that they locked themselves.',
  permission: null,
  subject: 'caller',
  event: 'authenticator.unlocked',
  input: ownAuthenticatorInput,
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'stale_version'],
  http: { method: 'POST', path: '/caller/authenticators/{authenticatorId}/unlock' },
  invalidates: ['authenticators.listOwn'],
  example: ownAuthenticatorExample,
} as const satisfies Operation

export const unlockOwnAuthenticatorHandler: Handler<typeof unlockOwnAuthenticator> = async (
  context,
  { authenticatorId, reason = null },
) => {
  if (context.caller.kind === 'system') return err({ code: 'not_found' })
  return moveAuthenticator(
    context,
    holderOf(context.caller.user),
    authenticatorId,
    'unlockByUser',
    reason,
    { inactivityLockAt: idleLockFrom(context.policy, context.at) },
  )
}
