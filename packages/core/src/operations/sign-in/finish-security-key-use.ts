import type { Handler } from '../../context.js'
import { idleLockFrom } from '../../domain/authenticators/holder.js'
import { securityKeyAnswer } from '../../domain/authenticators/security-key-answer.js'
import { live } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { accessRefusal } from '../../domain/users/access.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { activeKeys, useKey } from './security-key-use.js'
import * as z from 'zod/mini'

/**
 * Finishes it: `right` for an active key of this user that has answered the challenge of this
 * sign-in. A challenge is used up by the first answer, also by a wrong one, and a key that is
 * locked counts for nothing.
 */
export const finishSecurityKeyUse = {
  name: 'signIn.finishSecurityKey',
  kind: 'command',
  summary: 'Checks the answer of a user’s security key at a sign-in.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.security_key_checked',
  input: z.strictObject({ userId: z.uuid(), response: securityKeyAnswer }),
  output: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('right'), authenticatorId: z.string() }),
    z.object({ outcome: z.literal('wrong'), reason: z.string() }),
  ]),
  needs: ['securityKeys'],
  failures: ['access_suspended', 'not_configured', 'stale_version'],
  invalidates: ['authenticators.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    response: { id: 'AQID', rawId: 'AQID', type: 'public-key', response: {} },
  },
} as const satisfies Operation

export const finishSecurityKeyUseHandler: Handler<typeof finishSecurityKeyUse> = async (
  context,
  { response },
) => {
  const { tx, at, policy, record, subject } = context
  const { user } = subject
  const ceremony = needed(context.services, 'securityKeys')
  if (!ceremony.ok) return ceremony
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const recordAndReturn = <T>(value: T, name = '') => {
    record({
      subject: subject.auditSubject,
      organizationId: user.organizationId,
      changes: name ? [{ field: `authenticator ${name}`, before: null, after: 'used' }] : [],
    })
    return ok(value)
  }
  const begun = (await tx.secrets.ofUsers([user.id])).find((secret) => secret.key === useKey)
  if (begun) await tx.secrets.remove(user.id, begun.id)
  if (!begun || !live(begun, at))
    return recordAndReturn({
      outcome: 'wrong' as const,
      reason: 'That took too long. Start again.',
    })
  const candidate = (await activeKeys(context)).find(
    ({ material }) => material.credentialId === response['id'],
  )
  if (!candidate)
    return recordAndReturn({
      outcome: 'wrong' as const,
      reason: 'This key is not registered for you, or it is locked. Use another one.',
    })
  const { material, authenticator } = candidate
  const used = await ceremony.value.verifyUse(response, {
    challenge: begun.data['challenge'] ?? '',
    credentialId: material.credentialId,
    publicKey: material.publicKey,
    signCount: material.signCount,
  })
  if (!used.verified) return recordAndReturn({ outcome: 'wrong' as const, reason: used.reason })
  const kept = await tx.credentials.update(
    {
      ...candidate.credential,
      version: candidate.credential.version + 1,
      material: { ...material, signCount: used.signCount },
    },
    candidate.credential.version,
  )
  if (kept === 'stale')
    return err({
      code: 'stale_version',
      details: { expected: candidate.credential.version, actual: candidate.credential.version + 1 },
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
  return recordAndReturn(
    { outcome: 'right' as const, authenticatorId: authenticator.id },
    authenticator.name,
  )
}
