import type { Handler } from '../../context.js'
import {
  authenticatorViewSchema,
  viewAuthenticator,
} from '../../domain/authenticators/authenticator.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import * as z from 'zod/mini'

/** Lists the caller's own authenticators (docs/features.md, row 25). */
export const listOwnAuthenticators = {
  name: 'authenticators.listOwn',
  kind: 'query',
  summary: 'Lists the caller’s own authenticators.',
  permission: null,
  subject: 'caller',
  input: z.strictObject({}),
  output: z.object({ items: z.array(authenticatorViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/caller/authenticators' },
  example: {},
} as const satisfies Operation

export const listOwnAuthenticatorsHandler: Handler<typeof listOwnAuthenticators> = async ({
  tx,
  at,
  caller,
  productOf,
}) => {
  if (caller.kind === 'system') return err({ code: 'not_found' })
  const own = await tx.authenticators.ofUsers([caller.user.id])
  return ok({
    items: own
      .filter(({ state }) => state !== 'revoked')
      .map((authenticator) => viewAuthenticator(authenticator, at, productOf)),
  })
}
