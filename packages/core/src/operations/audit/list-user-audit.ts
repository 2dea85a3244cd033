import type { Handler } from '../../context.js'
import { auditEventSchema } from '../../domain/audit/audit-event.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import * as z from 'zod/mini'

/**
 * Shows what was done to a user, and tried, latest first: who, what, when, why, with before and
 * after (docs/features.md, row 34).
 */
export const listUserAudit = {
  name: 'audit.ofUser',
  kind: 'query',
  summary: 'Lists what was done to a user, and attempted, newest first, with before and after.',
  permission: 'audit:read',
  subject: 'user',
  input: z.strictObject({
    userId: z.uuid(),
    beforeSequence: z.optional(z.int().check(z.minimum(1))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
  }),
  output: z.object({
    items: z.array(auditEventSchema),
    nextBeforeSequence: z.nullable(z.number()),
  }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/audit' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const listUserAuditHandler: Handler<typeof listUserAudit> = async (
  { tx, subject },
  { beforeSequence = null, limit },
) => {
  const { id, organizationId } = subject.user
  const events = await tx.audit.ofSubject({ organizationId, subjectId: id, beforeSequence, limit })
  return ok({
    items: events.map((event) => ({ ...event, changes: [...event.changes] })),
    nextBeforeSequence: events.length === limit ? (events.at(-1)?.sequence ?? null) : null,
  })
}
