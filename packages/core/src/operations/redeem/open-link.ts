import type { Handler } from '../../context.js'
import { stateAt } from '../../domain/authenticators/authenticator.js'
import { factorNeeded } from '../../domain/authenticators/factor-needed.js'
import { ownFactors } from '../../domain/credentials/credential.js'
import { linkPurposes } from '../../domain/secrets/secret.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'
import { displayName } from '../../domain/users/user.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { maxPasswordLength, minPasswordLength } from '../../steps/credentials/password.js'
import { storedSecretCode } from '../../steps/credentials/secret-code.js'
import * as z from 'zod/mini'

/**
 * Says what a link is for and what its page must ask, before anything is done with it. Changes
 * nothing and uses nothing up, so mail scanners and a second look do no harm (docs/security.md, row
 * 50). Sent as a POST, because a link's secret must not appear in an address (docs/security.md, row
 * 49).
 */
export const openLink = {
  name: 'redeem.open',
  kind: 'query',
  summary: 'Says what a link is for and what its page must ask. Doesn’t use the link up.',
  permission: null,
  subject: 'bearer',
  links: linkPurposes,
  input: z.strictObject({ token: tokenInput }),
  output: z.object({
    purpose: z.enum(linkPurposes),
    expiresAt: z.string(),
    portal: z.string(),
    person: z.object({ displayName: z.string(), userName: z.string(), organization: z.string() }),
    /** What a password must be; null where the link asks for none or the portal keeps none. */
    password: z.nullable(z.object({ minimum: z.number(), maximum: z.number() })),
    /**
     * What can be registered, whether one has to be before the link is done, and how many there
     * are.
     */
    factors: z.object({
      available: z.array(z.enum(ownFactors)),
      required: z.boolean(),
      registered: z.number(),
    }),
    /** What a secret code must look like, and whether there is one already. */
    secretCode: z.object({ description: z.string(), chosen: z.boolean() }),
  }),
  failures: ['secret_unusable', 'other_account'],
  http: { method: 'POST', path: '/redeem/open' },
  example: { token: exampleToken },
} as const satisfies Operation

export const openLinkHandler: Handler<typeof openLink> = async ({
  tx,
  at,
  bearer,
  policy,
  services,
  subject,
}) => {
  const { user, lineage } = subject
  const { purpose, expiresAt } = bearer.secret
  if (
    purpose !== 'activation' &&
    purpose !== 'recovery' &&
    purpose !== 'enrolment' &&
    purpose !== 'new_password'
  )
    throw new Error(`${purpose} is no link.`)
  const available = ownFactors.filter(
    (factor) =>
      (factor === 'security_key'
        ? services.securityKeys
        : factor === 'totp'
          ? services.oneTimePasswords && services.seal
          : services.hasher) !== null,
  )
  const registered = (await tx.authenticators.ofUsers([user.id])).filter(
    (authenticator) => stateAt(authenticator, at) === 'active',
  ).length
  return ok({
    purpose,
    expiresAt,
    portal: services.brand.name,
    person: {
      displayName: displayName(user),
      userName: user.userName,
      organization: lineage.at(-1)?.name ?? '',
    },
    password:
      purpose === 'enrolment' || services.hasher === null
        ? null
        : { minimum: minPasswordLength(policy, user), maximum: maxPasswordLength },
    factors: {
      available: purpose === 'activation' || purpose === 'enrolment' ? available : [],
      required:
        purpose === 'enrolment' || (purpose === 'activation' && factorNeeded(user, services)),
      registered,
    },
    secretCode: {
      description: policy.secretCode.format.description,
      chosen: (await storedSecretCode(tx, user.id)) !== null,
    },
  })
}
