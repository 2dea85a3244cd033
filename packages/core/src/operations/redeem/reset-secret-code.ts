import type { Handler, OperationContext, Preparation, UserContext } from '../../context.js'
import { secretCodeIssue } from '../../domain/credentials/secret-code-issue.js'
import { mayRedeem, verifiedBy } from '../../domain/secrets/bearer.js'
import { plainCode } from '../../domain/secrets/code.js'
import { live, type SecretCopy } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { findUser } from '../../domain/users/find-user.js'
import { loadUserSubjects } from '../../domain/users/user-subject.js'
import type { Operation } from '../../kernel/operation.js'
import { err, errKept, ok } from '../../kernel/result.js'
import { secretCodeInput, storeSecretCode } from '../../steps/credentials/secret-code.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import { redeemSecret } from '../../steps/secrets/bearer.js'
import { alsoRecording, saveUser } from '../../steps/users/save-user.js'
import * as z from 'zod/mini'

/**
 * Sets a new secret code with a reset code (docs/features.md, row 17). The user also enters their
 * username, because a code is too short to be looked up by. An unknown username, a wrong code and
 * an expired one get the same answer after the same work; a few wrong tries end the code (ASVS
 * 6.6.3).
 */
export const resetSecretCode = {
  name: 'redeem.resetSecretCode',
  kind: 'command',
  summary: 'Sets a new secret code with a reset code.',
  permission: null,
  subject: 'anyone',
  event: 'secret_code.reset',
  /** `organizationId` is needed where usernames are unique within an organization. */
  input: z.strictObject({
    userName: z.string().check(z.maxLength(512)),
    organizationId: z.optional(z.uuid()),
    code: z.string().check(z.maxLength(100)),
    secretCode: secretCodeInput,
  }),
  output: z.object({ userName: z.string() }),
  failures: ['secret_unusable', 'not_configured', 'stale_version'],
  http: { method: 'POST', path: '/redeem/reset-code' },
  example: {
    userName: 'ada.lovelace',
    organizationId: '0198f0c0-7e00-7000-8000-000000000002',
    code: '4821 0937',
    secretCode: '730518',
  },
} as const satisfies Operation

/**
 * What was found out before the transaction: which copy of which code it is, and the new code's
 * hash.
 */
interface ComparedCode {
  readonly secretId: string | null
  readonly copy: SecretCopy | null
  readonly hash: string
}

/**
 * Compares and hashes before the transaction begins, and does the same work for a user without a
 * code.
 */
export const resetSecretCodePreparation: Preparation<
  typeof resetSecretCode,
  ComparedCode | null
> = async ({ policy, services, storage }, { userName, organizationId, code, secretCode }) => {
  const { hasher } = services
  if (hasher === null || secretCodeIssue(policy, secretCode)) return null
  const secret = await storage.read(async (tx) => {
    const user = await findUser(tx, policy, userName, organizationId)
    return (
      user && (await tx.secrets.ofUsers([user.id])).find(({ purpose }) => purpose === 'reset_code')
    )
  })
  const hash = await hasher.hash(secretCode)
  const entered = plainCode(code)
  let copy: SecretCopy | null = null
  for (const candidate of secret?.copies.length ? secret.copies : [{ hash, address: null }])
    if (await hasher.verify(entered, candidate.hash)) copy = candidate
  return { secretId: secret?.id ?? null, copy: secret ? copy : null, hash }
}

export const resetSecretCodeHandler: Handler<typeof resetSecretCode, ComparedCode | null> = async (
  context,
  { userName, organizationId, secretCode },
) => {
  const { tx, at, policy, prepared } = context
  const hasher = needed(context.services, 'hasher')
  if (!hasher.ok) return hasher
  const issue = secretCodeIssue(policy, secretCode)
  if (issue) return err({ code: 'invalid_input', details: { issues: [issue] } })
  const person = await personNamed(context, userName, organizationId)
  const secret =
    person &&
    (await tx.secrets.ofUsers([person.subject.user.id])).find(
      ({ purpose }) => purpose === 'reset_code',
    )
  if (
    !person ||
    !secret ||
    !prepared ||
    secret.id !== prepared.secretId ||
    !live(secret, at) ||
    secret.wrongTries >= policy.resetCode.tries ||
    !mayRedeem(person.subject, at)
  )
    return err({ code: 'secret_unusable' })
  const { copy, hash } = prepared
  if (copy === null || !secret.copies.some((candidate) => candidate.hash === copy.hash)) {
    await tx.secrets.update(
      { ...secret, wrongTries: secret.wrongTries + 1, version: secret.version + 1 },
      secret.version,
    )
    return errKept({ code: 'secret_unusable' })
  }
  if (!(await redeemSecret(person, { secret }))) return err({ code: 'secret_unusable' })
  await storeSecretCode(person, hash)
  const saved = await saveUser(
    alsoRecording(person, { field: 'secret code', before: 'set', after: 'set' }),
    verifiedBy({ copy }, person.subject.user),
    null,
    'bookkeeping',
  )
  if (!saved.ok) return saved
  await notify(person, 'secret_code_changed')
  return ok({ userName: person.subject.user.userName })
}

/** Acts as the user whom a caller without a session names, with no rights. */
async function personNamed(
  context: OperationContext,
  userName: string,
  organizationId: string | undefined,
): Promise<UserContext | null> {
  const user = await findUser(context.tx, context.policy, userName, organizationId)
  const subject = user && (await loadUserSubjects(context, [user]))[0]
  return subject
    ? {
        ...context,
        subject,
        caller: {
          kind: 'user',
          user: subject.user,
          lineage: subject.lineage,
          grants: [],
          personas: [],
        },
      }
    : null
}
