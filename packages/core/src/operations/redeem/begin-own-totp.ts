import type { Handler } from '../../context.js'
import { endOf } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { ceremonyMinutes } from '../../steps/authenticators/security-key-enrolment.js'
import { replaceSecret } from '../../steps/secrets/issue-link.js'
import { registrationLinks, registrationFailures } from './registration.js'
import { recordNothing } from './use-up-link.js'
import * as z from 'zod/mini'

/**
 * Begins the registration of an authenticator app: gives the secret to be scanned or typed in, this
 * once.
 */
export const beginOwnTotp = {
  name: 'redeem.beginTotp',
  kind: 'command',
  summary: 'Begins registering an authenticator app with a link.',
  permission: null,
  subject: 'bearer',
  links: registrationLinks,
  event: 'authenticator.enrolment_begun',
  input: z.strictObject({ token: tokenInput }),
  output: z.object({
    /** What the app reads from a QR code. */
    address: z.string(),
    /** The same to type in, in base32. */
    secret: z.string(),
    expiresAt: z.string(),
  }),
  failures: registrationFailures,
  http: { method: 'POST', path: '/redeem/totp/options' },
  example: { token: exampleToken },
} as const satisfies Operation

export const beginOwnTotpHandler: Handler<typeof beginOwnTotp> = async (context) => {
  const { at, services, subject } = context
  const passwords = needed(services, 'oneTimePasswords')
  if (!passwords.ok) return passwords
  const seal = needed(services, 'seal')
  if (!seal.ok) return seal
  const secret = passwords.value.newSecret()
  const { expiresAt } = await replaceSecret(context, {
    purpose: 'totp',
    copies: [],
    expiresAt: endOf(at, { minutes: ceremonyMinutes }),
    data: { sealed: await seal.value.close(secret, subject.user.id) },
  })
  recordNothing(context)
  return ok({
    address: passwords.value.address({
      secret,
      account: subject.user.userName,
      issuer: services.brand.name,
    }),
    secret,
    expiresAt,
  })
}
