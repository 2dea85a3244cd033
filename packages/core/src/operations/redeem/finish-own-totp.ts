import type { Handler } from '../../context.js'
import { live } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'
import type { Operation } from '../../kernel/operation.js'
import { err, errKept } from '../../kernel/result.js'
import { line } from '../../kernel/text.js'
import { bindAuthenticator } from '../../steps/authenticators/bind-authenticator.js'
import { registrationLinks, registeredSchema, registrationFailures } from './registration.js'
import { whileUsingUp } from './use-up-link.js'
import * as z from 'zod/mini'

/** How often a wrong code may be typed before the app has to be set up again. */
const codeTries = 5

/**
 * Finishes it: the first code that the app shows proves that it has the secret. An enrolment link
 * is used up.
 */
export const finishOwnTotp = {
  name: 'redeem.finishTotp',
  kind: 'command',
  summary: 'Finishes registering an authenticator app with a link.',
  permission: null,
  subject: 'bearer',
  links: registrationLinks,
  event: 'authenticator.enrolled',
  input: z.strictObject({
    token: tokenInput,
    name: line(100),
    code: z.string().check(z.maxLength(20)),
  }),
  output: registeredSchema,
  failures: [
    ...registrationFailures,
    'ceremony_refused',
    'too_many_authenticators',
    'stale_version',
  ],
  http: { method: 'POST', path: '/redeem/totp', creates: true },
  example: { token: exampleToken, name: 'My phone', code: '482093' },
} as const satisfies Operation

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
