import * as z from 'zod/mini'
import type { Operation } from '../kernel/operation.js'
import { err, ok } from '../kernel/result.js'
import { paragraph } from '../kernel/text.js'
import type { Change } from '../kernel/change.js'
import type { Handler, UserContext } from '../pipeline.js'

/** Ends one session or token of a person; one that is over already is not found. */
export const endSession = {
  name: 'sessions.end',
  kind: 'command',
  summary: 'Ends one session or token of a person.',
  permission: 'session:end',
  subject: 'user',
  event: 'session.ended',
  input: z.strictObject({
    userId: z.uuid(),
    sessionId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: z.object({ ended: z.number() }),
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/sessions/{sessionId}/end' },
  invalidates: ['sessions.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    sessionId: '0198f0c0-7e00-7000-8000-000000000005',
  },
} as const satisfies Operation

/** Carries out {@link endSession}. */
export const endSessionHandler: Handler<typeof endSession> = async (
  { tx, subject, record, revoke },
  { sessionId, reason },
) => {
  const session = await tx.sessions.find(subject.user.id, sessionId)
  if (!session) return err({ code: 'not_found' })
  await tx.sessions.remove(subject.user.id, sessionId)
  revoke(subject.user.id, [sessionId])
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [{ field: 'sessions', before: [sessionId], after: [] }],
    reason,
  })
  return ok({ ended: 1 })
}

/** Ends everything that is open for a person: all sessions and all tokens (row 22). */
export const endAllSessions = {
  name: 'sessions.endAll',
  kind: 'command',
  summary: 'Ends everything that is open for a person: all sessions and all tokens.',
  permission: 'session:end',
  subject: 'user',
  event: 'session.all_ended',
  input: z.strictObject({ userId: z.uuid(), reason: z.optional(paragraph(500)) }),
  output: z.object({ ended: z.number() }),
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/sessions/end' },
  invalidates: ['sessions.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    reason: 'Reported a strange sign-in.',
  },
} as const satisfies Operation

/** Carries out {@link endAllSessions}. */
export const endAllSessionsHandler: Handler<typeof endAllSessions> = async (
  context,
  { reason },
) => {
  const { sessionsEnded, recorded } = await signOutOf(context)
  context.record({
    subject: context.subject.auditSubject,
    organizationId: context.subject.user.organizationId,
    changes: recorded,
    reason,
  })
  return ok({ ended: sessionsEnded })
}

/**
 * Ends everything that is open for the person of the context, as part of another command: says how
 * much that was, and what its record holds of it.
 */
export async function signOutOf({
  tx,
  subject,
  revoke,
}: Pick<UserContext, 'tx' | 'subject' | 'revoke'>): Promise<{
  readonly sessionsEnded: number
  readonly recorded: readonly Change[]
}> {
  revoke(subject.user.id, null)
  const sessionsEnded = await tx.sessions.removeAll(subject.user.id)
  return { sessionsEnded, recorded: [{ field: 'sessions', before: sessionsEnded, after: 0 }] }
}
