import * as z from 'zod/mini'
import { stateAt } from '../../domain/authenticators/authenticator.js'
import { idleLockFrom } from '../../domain/authenticators/holder.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import type { Credential, OneTimePasswordMaterial } from '../../domain/credentials/credential.js'
import { needed } from '../../domain/secrets/services.js'
import { accessRefusal } from '../../domain/users/access.js'

/**
 * How many wrong codes in a row an authenticator app's secret bears before only an administrator's
 * reset helps (SP 800-63B-4 §3.2.2 allows at most 100).
 */
const maxWrongTries = 20

/**
 * Looks at the code of a user's authenticator app, for the host's own sign-in. Each code counts
 * once (RFC 6238 §5.2). An authenticator that is locked counts for nothing, and one that too many
 * wrong codes were tried on is blocked.
 */
export const verifyTotp = {
  name: 'signIn.verifyTotp',
  kind: 'command',
  summary: 'Checks the code of a user’s authenticator app.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.totp_checked',
  input: z.strictObject({ userId: z.uuid(), code: z.string().check(z.maxLength(20)) }),
  output: z.object({ outcome: z.enum(['right', 'wrong', 'blocked']) }),
  needs: ['oneTimePasswords', 'seal'],
  failures: ['access_suspended', 'not_configured', 'stale_version'],
  invalidates: ['authenticators.list'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', code: '482093' },
} as const satisfies Operation

export const verifyTotpHandler: Handler<typeof verifyTotp> = async (
  { tx, at, policy, record, services, subject },
  { code },
) => {
  const { user } = subject
  const passwords = needed(services, 'oneTimePasswords')
  if (!passwords.ok) return passwords
  const seal = needed(services, 'seal')
  if (!seal.ok) return seal
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const answer = (outcome: 'right' | 'wrong' | 'blocked', name = '') => {
    record({
      subject: subject.auditSubject,
      organizationId: user.organizationId,
      changes: name ? [{ field: `authenticator ${name}`, before: null, after: 'used' }] : [],
    })
    return ok({ outcome })
  }
  const entered = code.replaceAll(/\s/g, '')
  const active = (await tx.authenticators.ofUsers([user.id])).filter(
    (authenticator) => authenticator.type === 'totp' && stateAt(authenticator, at) === 'active',
  )
  let blocked = true
  const tried: { readonly credential: Credential; readonly material: OneTimePasswordMaterial }[] =
    []
  for (const credential of await tx.credentials.ofUsers([user.id])) {
    const { material } = credential
    const authenticator = active.find(({ id }) => id === credential.key)
    if (material.kind !== 'totp' || !authenticator || material.wrongTries >= maxWrongTries) continue
    blocked = false
    const step = passwords.value.stepOf(
      entered,
      await seal.value.open(material.sealed, user.id),
      at,
      material.lastStep,
    )
    tried.push({ credential, material })
    if (step === null) continue
    const next = { ...material, lastStep: step, wrongTries: 0 }
    if (
      (await tx.credentials.update(
        { ...credential, version: credential.version + 1, material: next },
        credential.version,
      )) === 'stale'
    )
      return err({
        code: 'stale_version',
        details: { expected: credential.version, actual: credential.version + 1 },
      })
    await tx.authenticators.update(
      {
        ...authenticator,
        lastUsedAt: at,
        inactivityLockAt: idleLockFrom(policy, at),
        version: authenticator.version + 1,
      },
      authenticator.version,
    )
    return answer('right', authenticator.name)
  }
  // Wrong for every app that there is: the right code of one is no guess at another.
  for (const { credential, material } of tried)
    await tx.credentials.update(
      {
        ...credential,
        version: credential.version + 1,
        material: { ...material, wrongTries: material.wrongTries + 1 },
      },
      credential.version,
    )
  return answer(blocked && active.length > 0 ? 'blocked' : 'wrong')
}
