import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { saveUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Requires a user to set up MFA at the next sign-in: for the first time, or again although they
 * have it (docs/features.md, row 19). `no` removes the requirement; registered authenticators stay.
 * Not for oneself: a stolen session must not open the way in for good (docs/security.md, row 23).
 */
export const requireMfa = {
  name: 'users.requireMfa',
  kind: 'command',
  summary: 'Requires a user to set up MFA at the next sign-in, for the first time or again.',
  permission: 'mfa:require',
  subject: 'user',
  self: 'refused',
  event: 'user.mfa_required',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z.strictObject({
    userId: z.uuid(),
    registration: z.enum(['no', 'once', 'again']),
    reason: z.optional(paragraph(500)),
  }),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/mfa' },
  invalidates: ['users.list', 'users.get'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    registration: 'again',
    reason: 'Lost their phone.',
  },
} as const satisfies Operation

export const requireMfaHandler: Handler<typeof requireMfa> = async (
  context,
  { registration, reason },
) => {
  const { mfa } = context.subject.user
  const enrolment =
    registration === 'again' && mfa.enrolment === 'enrolled'
      ? 'again'
      : registration === 'no' && mfa.enrolment === 'again'
        ? 'enrolled'
        : mfa.enrolment
  return saveUser(context, { mfa: { required: registration !== 'no', enrolment } }, reason)
}
