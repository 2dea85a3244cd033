import type { Handler } from '../../context.js'
import {
  authenticatorDetailsSchema,
  authenticatorViewSchema,
  stateAt,
  viewAuthenticator,
  type Authenticator,
} from '../../domain/authenticators/authenticator.js'
import { idleLockFrom } from '../../domain/authenticators/holder.js'
import { accessRefusal } from '../../domain/users/access.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import * as z from 'zod/mini'

/**
 * Tells that an authenticator was used, and says whether that is acceptable: it must be active, and
 * the user must have access. The time until an inactivity lock starts again.
 */
export const recordAuthenticatorUse = {
  name: 'authenticators.recordUse',
  kind: 'command',
  summary: 'Records that an authenticator was used. Refused unless it is active.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'authenticator.used',
  input: z.strictObject({
    userId: z.uuid(),
    authenticatorId: z.uuid(),
    details: z.optional(authenticatorDetailsSchema),
  }),
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'access_suspended', 'stale_version'],
  invalidates: ['authenticators.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    authenticatorId: '0198f0c0-7e00-7000-8000-000000000006',
  },
} as const satisfies Operation

export const recordAuthenticatorUseHandler: Handler<typeof recordAuthenticatorUse> = async (
  { tx, at, policy, productOf, record, subject },
  { authenticatorId, details },
) => {
  const { user } = subject
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const authenticator = await tx.authenticators.find(user.id, authenticatorId)
  if (!authenticator) return err({ code: 'not_found' })
  const state = stateAt(authenticator, at)
  if (state !== 'active')
    return err({ code: 'invalid_transition', details: { from: state, event: 'use' } })
  const next: Authenticator = {
    ...authenticator,
    lastUsedAt: at,
    inactivityLockAt: idleLockFrom(policy, at),
    details: { ...authenticator.details, ...details },
    version: authenticator.version + 1,
  }
  if ((await tx.authenticators.update(next, authenticator.version)) === 'stale')
    return err({
      code: 'stale_version',
      details: { expected: authenticator.version, actual: authenticator.version + 1 },
    })
  record({
    subject: subject.auditSubject,
    organizationId: user.organizationId,
    changes: [
      { field: `authenticator ${authenticator.name}`, before: authenticator.lastUsedAt, after: at },
    ],
  })
  return ok(viewAuthenticator(next, at, productOf))
}
