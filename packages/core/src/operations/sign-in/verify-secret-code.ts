import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import type { Handler, Preparation } from '../../context.js'
import { needed } from '../../domain/secrets/services.js'
import { accessRefusal } from '../../domain/users/access.js'
import {
  secretCodeInput,
  secretCodeState,
  storedSecretCode,
} from '../../steps/credentials/secret-code.js'

/**
 * Looks at a secret code, for the host's own sign-in or its authenticator app. After as many wrong
 * tries in a row as the policy allows the code is blocked, and only a reset code leads to a new one
 * (docs/features.md, row 17). A right one lets the tries begin again.
 */
export const verifySecretCode = {
  name: 'signIn.verifySecretCode',
  kind: 'command',
  summary: 'Checks a secret code, and blocks it after too many wrong tries.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.secret_code_checked',
  input: z.strictObject({ userId: z.uuid(), secretCode: secretCodeInput }),
  output: z.object({ outcome: z.enum(['right', 'wrong', 'blocked']), triesLeft: z.number() }),
  needs: ['hasher'],
  failures: ['access_suspended', 'not_configured', 'no_secret_code', 'stale_version'],
  invalidates: ['authenticators.list'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', secretCode: '482093' },
} as const satisfies Operation

/** What was found out about a code before the transaction, and what it was compared with. */
interface ComparedCode {
  readonly right: boolean
  readonly hash: string | null
}

/** Compares before the transaction begins: it takes its time on purpose. */
export const verifySecretCodePreparation: Preparation<
  typeof verifySecretCode,
  ComparedCode
> = async ({ services, storage }, { userId, secretCode }) => {
  const stored = await storage.read((tx) => storedSecretCode(tx, userId))
  if (!stored || services.hasher === null) return { right: false, hash: null }
  return {
    right: await services.hasher.verify(secretCode, stored.material.hash),
    hash: stored.material.hash,
  }
}

export const verifySecretCodeHandler: Handler<typeof verifySecretCode, ComparedCode> = async (
  context,
  _,
) => {
  const { tx, at, policy, prepared, subject, record } = context
  const hasher = needed(context.services, 'hasher')
  if (!hasher.ok) return hasher
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const stored = await storedSecretCode(tx, subject.user.id)
  if (!stored) return err({ code: 'no_secret_code' })
  const { tries } = policy.secretCode
  const before = stored.material.wrongTries
  const blocked = secretCodeState(stored, tries) === 'blocked'
  const right = !blocked && prepared.right && prepared.hash === stored.material.hash
  const after = blocked ? before : right ? 0 : before + 1
  if (after !== before) {
    const outcome = await tx.credentials.update(
      {
        ...stored,
        version: stored.version + 1,
        material: { ...stored.material, wrongTries: after },
      },
      stored.version,
    )
    if (outcome === 'stale')
      return err({
        code: 'stale_version',
        details: { expected: stored.version, actual: stored.version + 1 },
      })
  }
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: after === before ? [] : [{ field: 'wrong secret codes', before, after }],
  })
  return ok({
    outcome: right ? 'right' : after >= tries ? 'blocked' : 'wrong',
    triesLeft: Math.max(0, tries - after),
  })
}
