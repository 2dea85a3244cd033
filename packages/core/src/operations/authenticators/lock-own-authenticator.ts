import type { Handler } from '../../context.js'
import { authenticatorViewSchema } from '../../domain/authenticators/authenticator.js'
import { holderOf } from '../../domain/authenticators/holder.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { moveAuthenticator } from '../../steps/authenticators/move-authenticator.js'
import { ownAuthenticatorInput, ownAuthenticatorExample } from './own-authenticator-input.js'

/**
 * Locks one of the caller's own authenticators, such as a phone that is lost; they or an
 * administrator can unlock it (docs/features.md, row 25).
 */
export const lockOwnAuthenticator = {
  name: 'authenticators.lockOwn',
  kind: 'command',
  summary: 'Locks one of the caller’s own authenticators.',
  permission: null,
  subject: 'caller',
  event: 'authenticator.locked',
  input: ownAuthenticatorInput,
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'stale_version'],
  http: { method: 'POST', path: '/caller/authenticators/{authenticatorId}/lock' },
  invalidates: ['authenticators.listOwn'],
  example: ownAuthenticatorExample,
} as const satisfies Operation

export const lockOwnAuthenticatorHandler: Handler<typeof lockOwnAuthenticator> = async (
  context,
  { authenticatorId, reason = null },
) => {
  if (context.caller.kind === 'system') return err({ code: 'not_found' })
  return moveAuthenticator(
    context,
    holderOf(context.caller.user),
    authenticatorId,
    'lockByUser',
    reason,
  )
}
