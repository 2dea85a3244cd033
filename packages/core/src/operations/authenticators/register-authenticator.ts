import type { Handler } from '../../context.js'
import {
  authenticatorDetailsSchema,
  authenticatorTypes,
  authenticatorViewSchema,
  viewAuthenticator,
} from '../../domain/authenticators/authenticator.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { line } from '../../kernel/text.js'
import { bindAuthenticator } from '../../steps/authenticators/bind-authenticator.js'
import * as z from 'zod/mini'

/**
 * Registers an authenticator that a ceremony of the host has bound to a user. Refused past the
 * policy's number for its type, and for a credential that the user has already.
 */
export const registerAuthenticator = {
  name: 'authenticators.register',
  kind: 'command',
  summary: 'Registers an authenticator that a ceremony has bound to a user.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'authenticator.registered',
  input: z.strictObject({
    userId: z.uuid(),
    type: z.enum(authenticatorTypes),
    name: line(100),
    details: z._default(authenticatorDetailsSchema, {}),
    pending: z._default(z.boolean(), false),
  }),
  output: authenticatorViewSchema,
  failures: ['too_many_authenticators', 'stale_version'],
  invalidates: ['authenticators.list', 'users.get', 'users.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    type: 'fido2',
    name: 'Blue security key',
    details: { aaguid: 'ee882879-721c-4913-9775-3dfcce97072a' },
  },
} as const satisfies Operation

export const registerAuthenticatorHandler: Handler<typeof registerAuthenticator> = async (
  context,
  { type, name, details, pending },
) => {
  const bound = await bindAuthenticator(context, {
    type,
    name,
    details,
    state: pending ? 'pending' : 'active',
  })
  return bound.ok ? ok(viewAuthenticator(bound.value, context.at, context.productOf)) : bound
}
