import type { Handler } from '../../context.js'
import { firstBroken } from '../../domain/audit/audit-event.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import * as z from 'zod/mini'

/**
 * Proves an organization's audit chain whole, or names the first event that was edited, left out or
 * put in another place (row 34; ASVS 16.4.2).
 */
export const verifyAudit = {
  name: 'audit.verify',
  kind: 'query',
  summary: 'Verifies an organization’s audit chain, or names the first event that doesn’t fit.',
  permission: 'audit:read',
  subject: 'organization',
  input: z.strictObject({ organizationId: z.uuid() }),
  output: z.object({
    whole: z.boolean(),
    firstBroken: z.nullable(z.object({ sequence: z.number(), id: z.string(), at: z.string() })),
  }),
  failures: [],
  http: { method: 'GET', path: '/organizations/{organizationId}/audit/verification' },
  example: { organizationId: '0198f0c0-7e00-7000-8000-000000000002' },
} as const satisfies Operation

export const verifyAuditHandler: Handler<typeof verifyAudit> = async (
  { tx },
  { organizationId },
) => {
  const broken = await firstBroken(tx.audit.chain(organizationId))
  return ok({
    whole: broken === null,
    firstBroken: broken && { sequence: broken.sequence, id: broken.id, at: broken.at },
  })
}
