import * as z from 'zod/mini'
import { passwordInput } from '../../steps/credentials/password.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import type { Handler, Preparation } from '../../context.js'
import { redeemSecret } from '../../steps/secrets/bearer.js'
import { verifiedBy } from '../../domain/secrets/bearer.js'
import { isFor, removeSecrets } from '../../steps/secrets/issue-link.js'
import { signOutOf } from '../../steps/sessions/sign-out.js'
import { alsoRecording, saveUser } from '../../steps/users/save-user.js'
import {
  hashChosenPassword,
  keepChosenPassword,
  type ChosenPassword,
} from '../../steps/credentials/chosen-password.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'

/**
 * Sets a new password with a recovery link, or after a sign-in with one that had to be replaced
 * (docs/features.md, rows 21 and 25). Ends all the user's sessions, removes a lock for failed
 * sign-ins, because an attacker's guesses are worthless from now on, and notifies every verified
 * address.
 */
export const setPassword = {
  name: 'redeem.setPassword',
  kind: 'command',
  summary: 'Sets a new password with a link.',
  permission: null,
  subject: 'bearer',
  links: ['recovery', 'new_password'],
  event: 'password.changed',
  input: z.strictObject({ token: tokenInput, password: passwordInput }),
  output: z.object({ userName: z.string(), sessionsEnded: z.number() }),
  failures: ['secret_unusable', 'other_account', 'not_configured', 'stale_version'],
  http: { method: 'POST', path: '/redeem/password' },
  example: { token: exampleToken, password: 'a password of several words' },
} as const satisfies Operation

/** Hashes before the transaction begins. */
export const setPasswordPreparation: Preparation<typeof setPassword, ChosenPassword | null> = (
  environment,
  { token, password },
) => hashChosenPassword(environment, token, password, setPassword.links)

export const setPasswordHandler: Handler<typeof setPassword, ChosenPassword | null> = async (
  context,
  { password },
) => {
  const { bearer, prepared, subject } = context
  const { user } = subject
  const kept = await keepChosenPassword(context, password, prepared)
  if (!kept.ok) return kept
  if (!(await redeemSecret(context, bearer))) return err({ code: 'secret_unusable' })
  await removeSecrets(context, isFor('recovery', 'new_password'))
  const { sessionsEnded, recorded } = await signOutOf(context)
  const saved = await saveUser(alsoRecording(context, ...recorded), {
    ...kept.value,
    ...verifiedBy(bearer, user),
    locks: user.locks.filter(({ kind }) => kind !== 'failed-sign-ins'),
    failedSignIns: { count: 0, sinceAt: null },
  })
  if (!saved.ok) return saved
  await notify(
    { ...context, subject: { ...subject, user: { ...user, ...verifiedBy(bearer, user) } } },
    'password_changed',
  )
  return ok({ userName: user.userName, sessionsEnded })
}
