import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import type { Handler } from '../../context.js'
import { issueLink } from '../../steps/secrets/issue-link.js'
import { issuedLinkSchema } from '../../domain/secrets/issued-link.js'
import type { User } from '../../domain/users/user.js'

/**
 * Makes a new link for a user who hasn't finished onboarding, emails or shows it by the policy, and
 * ends the previous one, expired or not (docs/features.md, row 3).
 */
export const resendActivation = {
  name: 'users.resendActivation',
  kind: 'command',
  summary: 'Creates a new onboarding link for a user. Ends the previous one.',
  permission: 'user:create',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'user.activation_resent',
  possible: ({ lifecycle, signInRoute }: User): Failure | null => {
    if (lifecycle.state === 'deleted') return { code: 'user_deleted' }
    if (lifecycle.state !== 'provisioned')
      return { code: 'invalid_transition', details: { from: lifecycle.state, event: 'resend' } }
    return signInRoute === 'federated' ? { code: 'federated_only' } : null
  },
  /** `delivery` overrides the policy: to read a link to a user whose mail is down. */
  input: z.strictObject({
    userId: z.uuid(),
    delivery: z.optional(z.enum(['mail', 'show', 'both'])),
  }),
  output: issuedLinkSchema,
  showsOnce: ['link'],
  needs: ['redeemAddress'],
  failures: [
    'user_deleted',
    'invalid_transition',
    'federated_only',
    'managed_by_sso',
    'not_configured',
  ],
  http: { method: 'POST', path: '/users/{userId}/activation/resend' },
  invalidates: ['secrets.list', 'mails.ofUser'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const resendActivationHandler: Handler<typeof resendActivation> = async (
  context,
  { delivery },
) => {
  const { policy, record, subject } = context
  const issued = await issueLink(
    context,
    'activation',
    delivery ?? policy.activation.delivery,
    policy.activation.lifetimeHours,
  )
  if (!issued.ok) return issued
  const { sentTo, expiresAt } = issued.value
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [{ field: 'activation link', before: null, after: { sentTo, expiresAt } }],
  })
  return issued
}
