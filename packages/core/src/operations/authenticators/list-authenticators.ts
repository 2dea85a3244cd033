import * as z from 'zod/mini'
import {
  secretCodeState,
  secretCodeStates,
  storedSecretCode,
} from '../../steps/credentials/secret-code.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import {
  authenticatorViewSchema,
  viewAuthenticator,
} from '../../domain/authenticators/authenticator.js'

/**
 * Lists a user's authenticators with their details; revoked ones only when asked for
 * (docs/features.md, row 15).
 */
export const listAuthenticators = {
  name: 'authenticators.list',
  kind: 'query',
  summary: 'Lists a user’s authenticators with their details; revoked ones only on request.',
  permission: 'authenticator:read',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid(), revoked: z._default(z.boolean(), false) }),
  output: z.object({
    items: z.array(authenticatorViewSchema),
    /**
     * Whether the user has a secret code, and whether too many wrong tries have blocked it (row
     * 17).
     */
    secretCode: z.enum(secretCodeStates),
  }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/authenticators' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const listAuthenticatorsHandler: Handler<typeof listAuthenticators> = async (
  { tx, at, policy, subject, productOf },
  { revoked },
) => {
  const all = await tx.authenticators.ofUsers([subject.user.id])
  const secretCode = secretCodeState(
    await storedSecretCode(tx, subject.user.id),
    policy.secretCode.tries,
  )
  return ok({
    secretCode,
    items: all
      .filter(({ state }) => revoked || state !== 'revoked')
      .map((authenticator) => viewAuthenticator(authenticator, at, productOf)),
  })
}
