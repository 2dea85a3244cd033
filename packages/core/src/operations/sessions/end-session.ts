import type { Handler } from '../../context.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import * as z from 'zod/mini'

/** Ends one session or token of a user. One that has ended is not found. */
export const endSession = {
  name: 'sessions.end',
  kind: 'command',
  summary: 'Ends one session or token of a user.',
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
