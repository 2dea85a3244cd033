import type { Handler } from '../../context.js'
import {
  authenticatorViewSchema,
  viewAuthenticator,
} from '../../domain/authenticators/authenticator.js'
import { enrollable } from '../../domain/authenticators/enrollable.js'
import { securityKeyAnswer } from '../../domain/authenticators/security-key-answer.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { line } from '../../kernel/text.js'
import { finishSecurityKeyEnrolment } from '../../steps/authenticators/security-key-enrolment.js'
import * as z from 'zod/mini'

/**
 * Finishes the registration: checks the browser's answer and binds the key to the user, who is
 * notified by email.
 */
export const finishSecurityKey = {
  name: 'authenticators.finishSecurityKey',
  kind: 'command',
  summary: 'Finishes registering a security key for a user.',
  permission: 'authenticator:enrol',
  subject: 'user',
  self: 'refused',
  event: 'authenticator.enrolled',
  possible: enrollable,
  input: z.strictObject({ userId: z.uuid(), name: line(100), response: securityKeyAnswer }),
  output: authenticatorViewSchema,
  needs: ['securityKeys'],
  failures: [
    'user_deleted',
    'invalid_transition',
    'not_configured',
    'ceremony_refused',
    'security_key_taken',
    'too_many_authenticators',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/security-keys', creates: true },
  invalidates: ['authenticators.list', 'users.get', 'users.list', 'mails.ofUser'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    name: 'Blue security key',
    response: { id: 'AQID', rawId: 'AQID', type: 'public-key', response: {} },
  },
} as const satisfies Operation

export const finishSecurityKeyHandler: Handler<typeof finishSecurityKey> = async (
  context,
  input,
) => {
  const bound = await finishSecurityKeyEnrolment(context, input)
  return bound.ok ? ok(viewAuthenticator(bound.value, context.at, context.productOf)) : bound
}
