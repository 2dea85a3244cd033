import type { Handler } from '../../context.js'
import { enrollable } from '../../domain/authenticators/enrollable.js'
import { securityKeyTaskSchema } from '../../domain/authenticators/security-key-answer.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { beginSecurityKeyEnrolment } from '../../steps/authenticators/security-key-enrolment.js'
import * as z from 'zod/mini'

/**
 * Begins the registration of a security key for a user, with the key in the administrator's hand
 * (docs/features.md, row 20): returns what the administrator's browser must do. Not for oneself,
 * because a stolen session could then bind a key of its own; users register their own keys with an
 * enrollment link.
 */
export const beginSecurityKey = {
  name: 'authenticators.beginSecurityKey',
  kind: 'command',
  summary:
    'Begins registering a security key for a user, with the key in the administrator’s hand.',
  permission: 'authenticator:enrol',
  subject: 'user',
  self: 'refused',
  event: 'authenticator.enrolment_begun',
  possible: enrollable,
  input: z.strictObject({ userId: z.uuid() }),
  output: securityKeyTaskSchema,
  needs: ['securityKeys'],
  failures: ['user_deleted', 'invalid_transition', 'not_configured'],
  http: { method: 'POST', path: '/users/{userId}/security-keys/options' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const beginSecurityKeyHandler: Handler<typeof beginSecurityKey> = async (context) => {
  const { record, subject } = context
  const begun = await beginSecurityKeyEnrolment(context)
  if (begun.ok)
    record({
      subject: subject.auditSubject,
      organizationId: subject.user.organizationId,
      changes: [],
    })
  return begun.ok
    ? ok({ options: { ...begun.value.options }, expiresAt: begun.value.expiresAt })
    : begun
}
