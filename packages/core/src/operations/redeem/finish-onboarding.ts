import * as z from 'zod/mini'
import { stateAt } from '../../domain/authenticators/authenticator.js'
import { passwordInput } from '../../steps/credentials/password.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import type { Handler, Preparation } from '../../context.js'
import { redeemSecret } from '../../steps/secrets/bearer.js'
import { verifiedBy } from '../../domain/secrets/bearer.js'
import { moveAlong } from '../../steps/users/move-along.js'
import { saveUser } from '../../steps/users/save-user.js'
import { inactivityLockFrom } from '../../domain/users/inactivity.js'
import {
  hashChosenPassword,
  keepChosenPassword,
  type ChosenPassword,
} from '../../steps/credentials/chosen-password.js'
import { factorNeeded } from '../../domain/authenticators/factor-needed.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'

/**
 * Finishes a user's onboarding with their link: they set a password, if the portal keeps passwords,
 * and are ACTIVE (docs/features.md, row 3). If MFA is required, they must have registered an
 * authenticator with the same link before. Only this uses the link up, and the address it was
 * emailed to counts as verified.
 */
export const finishOnboarding = {
  name: 'redeem.finishOnboarding',
  kind: 'command',
  summary: 'Finishes a user’s onboarding with their link.',
  permission: null,
  subject: 'bearer',
  links: ['activation'],
  event: 'user.onboarded',
  input: z.strictObject({ token: tokenInput, password: z.optional(passwordInput) }),
  output: z.object({ userName: z.string() }),
  failures: [
    'secret_unusable',
    'other_account',
    'factor_needed',
    'not_configured',
    'stale_version',
  ],
  http: { method: 'POST', path: '/redeem/onboarding' },
  example: { token: exampleToken, password: 'a password of several words' },
} as const satisfies Operation

/** Hashes before the transaction begins. */
export const finishOnboardingPreparation: Preparation<
  typeof finishOnboarding,
  ChosenPassword | null
> = (environment, { token, password }) =>
  hashChosenPassword(environment, token, password, finishOnboarding.links)

export const finishOnboardingHandler: Handler<
  typeof finishOnboarding,
  ChosenPassword | null
> = async (context, { password }) => {
  const { tx, at, bearer, policy, prepared, services, subject } = context
  const { user } = subject
  if (user.lifecycle.state !== 'provisioned') return err({ code: 'secret_unusable' })
  const factors = (await tx.authenticators.ofUsers([user.id])).filter(
    (authenticator) => stateAt(authenticator, at) === 'active',
  ).length
  if (factors === 0 && factorNeeded(user, services)) return err({ code: 'factor_needed' })
  if (password === undefined && services.hasher !== null && factors === 0)
    return err({
      code: 'invalid_input',
      details: { issues: [{ path: 'password', code: 'required', message: 'Choose a password.' }] },
    })
  const kept =
    password === undefined ? ok({}) : await keepChosenPassword(context, password, prepared)
  if (!kept.ok) return kept
  if (!(await redeemSecret(context, bearer))) return err({ code: 'secret_unusable' })
  const saved = await saveUser(context, {
    ...kept.value,
    ...verifiedBy(bearer, user),
    lifecycle: moveAlong(context, 'activate', null),
    inactivityLockAt: inactivityLockFrom(policy, at),
  })
  return saved.ok ? ok({ userName: user.userName }) : saved
}
