import type { Handler } from '../../context.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import { signOutOf } from '../../steps/sessions/sign-out.js'
import * as z from 'zod/mini'

/**
 * Ends everything that is open for a user: all sessions and all tokens (docs/features.md, row 22).
 */
export const endAllSessions = {
  name: 'sessions.endAll',
  kind: 'command',
  summary: 'Ends all sessions and tokens of a user.',
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
