import type { Handler } from '../../context.js'
import { securityKeyAnswer } from '../../domain/authenticators/security-key-answer.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'
import type { Operation } from '../../kernel/operation.js'
import { line } from '../../kernel/text.js'
import { finishSecurityKeyEnrolment } from '../../steps/authenticators/security-key-enrolment.js'
import { registrationLinks, registeredSchema, registrationFailures } from './registration.js'
import { whileUsingUp } from './use-up-link.js'
import * as z from 'zod/mini'

/** Finishes it; an enrolment link is used up. */
export const finishOwnSecurityKey = {
  name: 'redeem.finishSecurityKey',
  kind: 'command',
  summary: 'Finishes registering a security key with a link.',
  permission: null,
  subject: 'bearer',
  links: registrationLinks,
  event: 'authenticator.enrolled',
  input: z.strictObject({ token: tokenInput, name: line(100), response: securityKeyAnswer }),
  output: registeredSchema,
  failures: [
    ...registrationFailures,
    'ceremony_refused',
    'security_key_taken',
    'too_many_authenticators',
    'stale_version',
  ],
  http: { method: 'POST', path: '/redeem/security-key', creates: true },
  example: {
    token: exampleToken,
    name: 'Blue security key',
    response: { id: 'AQID', rawId: 'AQID', type: 'public-key', response: {} },
  },
} as const satisfies Operation

export const finishOwnSecurityKeyHandler: Handler<typeof finishOwnSecurityKey> = (context, input) =>
  whileUsingUp(context, (change) => finishSecurityKeyEnrolment(context, input, change))
