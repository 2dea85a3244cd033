import * as z from 'zod/mini'
import type { Operation } from '../kernel/operation.js'
import { err, ok } from '../kernel/result.js'
import { instantInput } from '../kernel/validity.js'
import type { Handler } from '../pipeline.js'
import { accessRefusal } from '../users/access.js'
import { explain, statusesWithAccess } from '../users/status.js'
import { running, seenAgain, sessionKinds } from './session.js'

const told = z.optional(z.nullable(z.string().check(z.maxLength(200))))

/**
 * Opens a session for a person who has signed in. Gives its id, which names the session on screens
 * and in the audit; the secret by which a browser holds it stays the host's. Refused when the
 * person's status gives no access, also when a lock came just before.
 */
export const startSession = {
  name: 'sessions.start',
  kind: 'command',
  summary: 'Opens a session for a person who has signed in.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'session.started',
  input: z.strictObject({
    userId: z.uuid(),
    kind: z._default(z.enum(sessionKinds), 'browser'),
    device: told,
    address: told,
    place: told,
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

/** Carries out {@link startSession}. */
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

/**
 * Says whether a session is still good. The host asks with every request: a session is over when it
 * was ended, when its time has passed, or when the person has no access, whatever the reason. A
 * good one is noted as seen, at most once in five minutes; the answer does not depend on whether
 * that could be written.
 */
export const checkSession = {
  name: 'sessions.check',
  kind: 'query',
  summary: 'Says whether a session is still good.',
  permission: null,
  subject: 'caller',
  hostOnly: true,
  input: z.strictObject({ userId: z.uuid(), sessionId: z.uuid() }),
  output: z.object({ good: z.boolean() }),
  failures: [],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    sessionId: '0198f0c0-7e00-7000-8000-000000000005',
  },
} as const satisfies Operation

/** Carries out {@link checkSession}. */
export const checkSessionHandler: Handler<typeof checkSession> = async (
  { tx, at, afterwards },
  { userId, sessionId },
) => {
  const session = await tx.sessions.find(userId, sessionId)
  const user = session && running(session, at) ? await tx.users.find(userId) : null
  if (!session || !user) return ok({ good: false })
  const lineages = await tx.organizations.lineages([user.organizationId])
  const good = statusesWithAccess.includes(
    explain(user, at, lineages.get(user.organizationId)).status,
  )
  const seen = good ? seenAgain(session, at) : null
  // From the version that was read: of several checks at once one is kept, and a session that has
  // been ended meanwhile stays so.
  if (seen) afterwards((later) => later.sessions.update(seen, session.version))
  return ok({ good })
}
