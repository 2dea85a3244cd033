import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import type { Handler } from '../../context.js'
import { issueLink } from '../../steps/secrets/issue-link.js'
import { issuedLinkSchema } from '../../domain/secrets/issued-link.js'
import { enrollable } from '../../domain/authenticators/enrollable.js'

/**
 * Makes a link with which a user registers an authenticator, emails or shows it by the policy, and
 * ends the previous one (docs/features.md, row 16).
 */
export const issueEnrolmentLink = {
  name: 'authenticators.issueEnrolmentLink',
  kind: 'command',
  summary: 'Creates a link with which a user registers an authenticator. Ends the previous one.',
  permission: 'authenticator:enrol',
  subject: 'user',
  self: 'refused',
  event: 'authenticator.enrolment_link_issued',
  possible: enrollable,
  input: z.strictObject({ userId: z.uuid() }),
  output: issuedLinkSchema,
  showsOnce: ['link'],
  needs: ['redeemAddress'],
  failures: ['user_deleted', 'invalid_transition', 'not_configured'],
  http: { method: 'POST', path: '/users/{userId}/enrolment-link' },
  invalidates: ['secrets.list', 'mails.ofUser'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const issueEnrolmentLinkHandler: Handler<typeof issueEnrolmentLink> = async (context) => {
  const { policy, record, subject } = context
  const issued = await issueLink(
    context,
    'enrolment',
    policy.enrolment.delivery,
    policy.enrolment.lifetimeHours,
  )
  if (!issued.ok) return issued
  const { sentTo, expiresAt } = issued.value
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [{ field: 'enrolment link', before: null, after: { sentTo, expiresAt } }],
  })
  return issued
}
