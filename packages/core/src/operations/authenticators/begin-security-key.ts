import type { Handler } from '../../context.js'
import { enrollable } from '../../domain/authenticators/enrollable.js'
import { securityKeyTaskSchema } from '../../domain/authenticators/security-key-answer.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { beginSecurityKeyEnrolment } from '../../steps/authenticators/security-key-enrolment.js'
import * as z from 'zod/mini'

/**
 * Begins the registration of a security key for somebody, with the key in the administrator's hand
 * (row 20; portal P3): gives what the administrator's browser is to do. Not for oneself, because a
 * stolen session could then bind a key of its own; one's own keys are registered by an enrolment
 * link.
 */
export const beginSecurityKey = {
  name: 'authenticators.beginSecurityKey',
  kind: 'command',
  summary:
    'Begins the registration of a security key for a person, with the key in the administrator’s hand.',
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

/** Carries out {@link beginSecurityKey}. */
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
