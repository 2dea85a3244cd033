import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { needed } from '../../domain/secrets/services.js'

/**
 * Asks for a recovery message, for the sign-in page's “forgot your password?”. Only records the
 * request. Whether there is such a user, and whether they may get a message, is decided when the
 * outbox is next delivered, so known and unknown usernames get the same answer in the same time
 * (docs/security.md, row 36).
 */
export const requestRecovery = {
  name: 'redeem.requestRecovery',
  kind: 'command',
  summary: 'Asks for a recovery email. The answer is the same for everyone.',
  permission: null,
  subject: 'anyone',
  event: 'password.recovery_requested',
  /** `organizationId` is needed where usernames are unique within an organization. */
  input: z.strictObject({
    userName: z.string().check(z.maxLength(512)),
    organizationId: z.optional(z.uuid()),
  }),
  output: z.object({}),
  failures: ['not_configured'],
  http: { method: 'POST', path: '/redeem/recovery' },
  example: { userName: 'ada.lovelace', organizationId: '0198f0c0-7e00-7000-8000-000000000002' },
} as const satisfies Operation

export const requestRecoveryHandler: Handler<typeof requestRecovery> = async (
  { tx, at, mailQueued, newId, record, services },
  { userName, organizationId = null },
) => {
  const mail = needed(services, 'mail')
  if (!mail.ok) return mail
  const root = (await tx.organizations.roots())[0]
  if (!root) return err({ code: 'not_found' })
  // Kept with the root, whatever organization is named: whether that exists is no one's business
  // either.
  await tx.outbox.add({
    id: newId(),
    version: 1,
    organizationId: root.id,
    userId: null,
    state: 'queued',
    queuedAt: at,
    dueAt: at,
    attempts: 0,
    sentAt: null,
    lastError: null,
    task: { kind: 'recovery_request', userName, organizationId },
  })
  mailQueued()
  record({ subject: null, organizationId: root.id, changes: [] })
  return ok({})
}
