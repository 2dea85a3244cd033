import type { Handler } from '../../context.js'
import { securityKeyTaskSchema } from '../../domain/authenticators/security-key-answer.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { beginSecurityKeyEnrolment } from '../../steps/authenticators/security-key-enrolment.js'
import { registrationLinks, registrationFailures } from './registration.js'
import { recordNothing } from './use-up-link.js'
import * as z from 'zod/mini'

/**
 * Begins the registration of a security key by the user themself, by an onboarding or enrolment
 * link (docs/features.md, rows 16 and 25).
 */
export const beginOwnSecurityKey = {
  name: 'redeem.beginSecurityKey',
  kind: 'command',
  summary: 'Begins registering a security key with a link.',
  permission: null,
  subject: 'bearer',
  links: registrationLinks,
  event: 'authenticator.enrolment_begun',
  input: z.strictObject({ token: tokenInput }),
  output: securityKeyTaskSchema,
  failures: registrationFailures,
  http: { method: 'POST', path: '/redeem/security-key/options' },
  example: { token: exampleToken },
} as const satisfies Operation

export const beginOwnSecurityKeyHandler: Handler<typeof beginOwnSecurityKey> = async (context) => {
  const begun = await beginSecurityKeyEnrolment(context)
  if (!begun.ok) return begun
  recordNothing(context)
  return ok({ options: { ...begun.value.options }, expiresAt: begun.value.expiresAt })
}
