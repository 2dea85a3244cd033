import type { Handler } from '../../context.js'
import { sessionKinds } from '../../domain/sessions/session.js'
import { accessRefusal } from '../../domain/users/access.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { instantInput } from '../../kernel/validity.js'
import * as z from 'zod/mini'

const descriptionSchema = z.optional(z.nullable(z.string().check(z.maxLength(200))))

/**
 * Opens a session for a user who has signed in. Gives its id, which names the session on screens
 * and in the audit; the secret by which a browser holds it stays the host's. Refused when the
 * user's status gives no access, also when a lock came just before.
 */
export const startSession = {
  name: 'sessions.start',
  kind: 'command',
  summary: 'Opens a session for a user who has signed in.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'session.started',
  input: z.strictObject({
    userId: z.uuid(),
    kind: z._default(z.enum(sessionKinds), 'browser'),
    device: descriptionSchema,
    address: descriptionSchema,
    place: descriptionSchema,
    expiresAt: z.optional(z.nullable(instantInput)),
  }),
  output: z.object({ sessionId: z.string() }),
  failures: ['access_suspended'],
  invalidates: ['sessions.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    device: 'Firefox on Windows',
    place: 'Hamburg',
  },
} as const satisfies Operation

export const startSessionHandler: Handler<typeof startSession> = async (
  { tx, at, newId, subject, record },
  { kind, device = null, address = null, place = null, expiresAt = null },
) => {
  const { user } = subject
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const id = newId()
  await tx.sessions.insert({
    id,
    userId: user.id,
    userOrganizationId: user.organizationId,
    version: 1,
    key: id,
    kind,
    device,
    address,
    place,
    startedAt: at,
    lastSeenAt: at,
    expiresAt,
  })
  record({
    subject: subject.auditSubject,
    organizationId: user.organizationId,
    changes: [{ field: 'sessions', before: [], after: [id] }],
  })
  return ok({ sessionId: id })
}
