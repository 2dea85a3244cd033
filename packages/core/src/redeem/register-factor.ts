import * as z from 'zod/mini'
import {
  authenticatorViewSchema,
  viewAuthenticator,
  type Authenticator,
} from '../authenticators/authenticator.js'
import { bindAuthenticator } from '../authenticators/bind-authenticator.js'
import { securityKeyAnswer, securityKeyTaskSchema } from '../authenticators/enrol-security-key.js'
import {
  beginSecurityKeyEnrolment,
  ceremonyMinutes,
  finishSecurityKeyEnrolment,
} from '../authenticators/security-key-enrolment.js'
import type { Operation } from '../kernel/operation.js'
import { err, errKept, ok, type Result } from '../kernel/result.js'
import { line } from '../kernel/text.js'
import type { BearerContext, Handler } from '../pipeline.js'
import { redeemSecret, verifiedBy } from '../secrets/bearer.js'
import { replaceSecret } from '../secrets/issue-link.js'
import { endOf, live } from '../secrets/secret.js'
import { needed } from '../secrets/services.js'
import { exampleToken, tokenInput } from './token-input.js'

const links = ['activation', 'enrolment'] as const
const registered = z.object({
  authenticator: authenticatorViewSchema,
  /** Whether the link is used up by it: an enrolment link is, one for onboarding is not. */ linkDone:
    z.boolean(),
})
const refusals = ['secret_unusable', 'other_account', 'not_configured'] as const

/**
 * Begins the registration of a security key by the person themself, by an onboarding or enrolment
 * link (rows 16 and 25).
 */
export const beginOwnSecurityKey = {
  name: 'redeem.beginSecurityKey',
  kind: 'command',
  summary: 'Begins the registration of a security key by the holder of a link.',
  permission: null,
  subject: 'bearer',
  links,
  event: 'authenticator.enrolment_begun',
  input: z.strictObject({ token: tokenInput }),
  output: securityKeyTaskSchema,
  failures: refusals,
  http: { method: 'POST', path: '/redeem/security-key/options' },
  example: { token: exampleToken },
} as const satisfies Operation

/** Carries out {@link beginOwnSecurityKey}. */
export const beginOwnSecurityKeyHandler: Handler<typeof beginOwnSecurityKey> = async (context) => {
  const begun = await beginSecurityKeyEnrolment(context)
  if (!begun.ok) return begun
  recordNothing(context)
  return ok({ options: { ...begun.value.options }, expiresAt: begun.value.expiresAt })
}

/** Finishes it; an enrolment link is used up. */
export const finishOwnSecurityKey = {
  name: 'redeem.finishSecurityKey',
  kind: 'command',
  summary: 'Finishes the registration of a security key by the holder of a link.',
  permission: null,
  subject: 'bearer',
  links,
  event: 'authenticator.enrolled',
  input: z.strictObject({ token: tokenInput, name: line(100), response: securityKeyAnswer }),
  output: registered,
  failures: [
    ...refusals,
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

/** Carries out {@link finishOwnSecurityKey}. */
export const finishOwnSecurityKeyHandler: Handler<typeof finishOwnSecurityKey> = (context, input) =>
  whileUsingUp(context, (change) => finishSecurityKeyEnrolment(context, input, change))

/**
 * Begins the registration of an authenticator app: gives the secret to be scanned or typed in, this
 * once.
 */
export const beginOwnTotp = {
  name: 'redeem.beginTotp',
  kind: 'command',
  summary: 'Begins the registration of an authenticator app by the holder of a link.',
  permission: null,
  subject: 'bearer',
  links,
  event: 'authenticator.enrolment_begun',
  input: z.strictObject({ token: tokenInput }),
  output: z.object({
    /** What the app reads from a QR code. */ address: z.string(),
    /** The same to type in, in base32. */ secret: z.string(),
    expiresAt: z.string(),
  }),
  failures: refusals,
  http: { method: 'POST', path: '/redeem/totp/options' },
  example: { token: exampleToken },
} as const satisfies Operation

/** Carries out {@link beginOwnTotp}. */
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

/** How often a wrong code may be typed before the app has to be set up anew. */
const codeTries = 5

/**
 * Finishes it: the first code that the app shows proves that it has the secret. An enrolment link
 * is used up.
 */
export const finishOwnTotp = {
  name: 'redeem.finishTotp',
  kind: 'command',
  summary: 'Finishes the registration of an authenticator app by the holder of a link.',
  permission: null,
  subject: 'bearer',
  links,
  event: 'authenticator.enrolled',
  input: z.strictObject({
    token: tokenInput,
    name: line(100),
    code: z.string().check(z.maxLength(20)),
  }),
  output: registered,
  failures: [...refusals, 'ceremony_refused', 'too_many_authenticators', 'stale_version'],
  http: { method: 'POST', path: '/redeem/totp', creates: true },
  example: { token: exampleToken, name: 'My phone', code: '482093' },
} as const satisfies Operation

/** Carries out {@link finishOwnTotp}. */
export const finishOwnTotpHandler: Handler<typeof finishOwnTotp> = async (
  context,
  { name, code },
) => {
  const { tx, at, services, subject } = context
  const passwords = needed(services, 'oneTimePasswords')
  if (!passwords.ok) return passwords
  const seal = needed(services, 'seal')
  if (!seal.ok) return seal
  const begun = (await tx.secrets.ofUsers([subject.user.id])).find(
    ({ purpose }) => purpose === 'totp',
  )
  if (!begun || !live(begun, at) || begun.wrongTries >= codeTries)
    return err({
      code: 'ceremony_refused',
      details: { reason: 'Setting up the app took too long or was begun anew. Start it again.' },
    })
  const sealed = begun.data['sealed'] ?? ''
  const step = passwords.value.stepOf(
    code.replaceAll(/\s/g, ''),
    await seal.value.open(sealed, subject.user.id),
    at,
    null,
  )
  if (step === null) {
    await tx.secrets.update(
      { ...begun, wrongTries: begun.wrongTries + 1, version: begun.version + 1 },
      begun.version,
    )
    return errKept({
      code: 'ceremony_refused',
      details: {
        reason:
          'That is not the code that the app shows now. Check the clock of the phone, and enter the current code.',
      },
    })
  }
  await tx.secrets.remove(subject.user.id, begun.id)
  return whileUsingUp(context, (change) =>
    bindAuthenticator(
      context,
      {
        type: 'totp',
        name,
        details: {},
        material: { kind: 'totp', sealed, lastStep: step, wrongTries: 0 },
      },
      change,
    ),
  )
}

/** Binds something, and uses the link up with the same commit when it was for that alone. */
async function whileUsingUp<
  C extends
    | 'not_configured'
    | 'ceremony_refused'
    | 'security_key_taken'
    | 'too_many_authenticators'
    | 'stale_version',
>(
  context: BearerContext,
  bind: (change: {
    readonly verifiedEmails?: readonly string[]
  }) => Promise<Result<Authenticator, C>>,
) {
  const { at, bearer, productOf, subject } = context
  const linkDone = bearer.secret.purpose === 'enrolment'
  const bound = await bind(linkDone ? verifiedBy(bearer, subject.user) : {})
  if (!bound.ok) return bound
  if (linkDone && !(await redeemSecret(context, bearer))) return err({ code: 'secret_unusable' })
  return ok({ authenticator: viewAuthenticator(bound.value, at, productOf), linkDone })
}

function recordNothing({ record, subject }: BearerContext): void {
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [],
  })
}
