import type { Handler, Preparation } from '../../context.js'
import { secretCodeIssue } from '../../domain/credentials/secret-code-issue.js'
import { secretOfToken } from '../../domain/secrets/bearer.js'
import { needed } from '../../domain/secrets/services.js'
import { exampleToken, tokenInput } from '../../domain/secrets/token-input.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import {
  secretCodeInput,
  storedSecretCode,
  storeSecretCode,
} from '../../steps/credentials/secret-code.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import { alsoRecording, saveUser } from '../../steps/users/save-user.js'
import * as z from 'zod/mini'

const links = ['activation', 'enrolment'] as const

/**
 * Sets the user's first secret code with an onboarding or enrollment link, which stays valid for
 * the authenticator (docs/features.md, rows 16, 17 and 25). Refused to a user who has one: that
 * takes a reset code.
 */
export const chooseSecretCode = {
  name: 'redeem.chooseSecretCode',
  kind: 'command',
  summary: 'Sets a user’s first secret code with a link.',
  permission: null,
  subject: 'bearer',
  links,
  event: 'secret_code.chosen',
  input: z.strictObject({ token: tokenInput, secretCode: secretCodeInput }),
  output: z.object({ userName: z.string() }),
  failures: [
    'secret_unusable',
    'other_account',
    'not_configured',
    'invalid_transition',
    'stale_version',
  ],
  http: { method: 'POST', path: '/redeem/secret-code' },
  example: { token: exampleToken, secretCode: '482093' },
} as const satisfies Operation

/** Hashes before the transaction begins. */
export const chooseSecretCodePreparation: Preparation<
  typeof chooseSecretCode,
  string | null
> = async ({ clock, policy, services, storage }, { token, secretCode }) => {
  if (services.hasher === null || secretCodeIssue(policy, secretCode)) return null
  const bearer = await storage.read((tx) => secretOfToken(tx, token, links, clock.now()))
  return bearer ? services.hasher.hash(secretCode) : null
}

export const chooseSecretCodeHandler: Handler<typeof chooseSecretCode, string | null> = async (
  context,
  { secretCode },
) => {
  const { tx, policy, prepared, subject } = context
  const hasher = needed(context.services, 'hasher')
  if (!hasher.ok) return hasher
  const issue = secretCodeIssue(policy, secretCode)
  if (issue) return err({ code: 'invalid_input', details: { issues: [issue] } })
  if (await storedSecretCode(tx, subject.user.id))
    return err({ code: 'invalid_transition', details: { from: 'set', event: 'choose' } })
  if (prepared === null) return err({ code: 'secret_unusable' })
  await storeSecretCode(context, prepared)
  const saved = await saveUser(
    alsoRecording(context, { field: 'secret code', before: 'none', after: 'set' }),
    {},
    null,
    'bookkeeping',
  )
  if (!saved.ok) return saved
  await notify(context, 'factor_added', { factor: 'PIN' })
  return ok({ userName: subject.user.userName })
}
