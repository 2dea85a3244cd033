import * as z from 'zod/mini'
import type { Failure } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import { ok } from '../kernel/result.js'
import { line } from '../kernel/text.js'
import type { Handler } from '../pipeline.js'
import type { User } from '../users/user.js'
import { authenticatorViewSchema, viewAuthenticator } from './authenticator.js'
import { beginSecurityKeyEnrolment, finishSecurityKeyEnrolment } from './security-key-enrolment.js'

/** Whether somebody can be given an authenticator: not while they are deleted or deactivated. */
export function enrollable({ lifecycle }: User): Failure | null {
  if (lifecycle.state === 'deleted') return { code: 'user_deleted' }
  return lifecycle.state === 'deactivated'
    ? { code: 'invalid_transition', details: { from: lifecycle.state, event: 'enrol' } }
    : null
}

export const securityKeyTaskSchema = z.object({
  /** What `navigator.credentials.create` takes, in JSON form (WebAuthn Level 3 §5.1.8). */
  options: z.record(z.string(), z.unknown()),
  expiresAt: z.string(),
})

/**
 * The browser's answer as `PublicKeyCredential.toJSON()` gives it. Judged by the ceremony; here
 * only that it is of a sane size.
 */
export const securityKeyAnswer = z.record(z.string().check(z.maxLength(100)), z.unknown()).check(
  z.refine((answer) => JSON.stringify(answer).length <= 65_536, {
    error: 'The answer of the security key is too large.',
  }),
)

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

/**
 * Finishes it: judges what the browser brought, and binds the key to the person, who is told by
 * mail.
 */
export const finishSecurityKey = {
  name: 'authenticators.finishSecurityKey',
  kind: 'command',
  summary: 'Finishes the registration of a security key for a person.',
  permission: 'authenticator:enrol',
  subject: 'user',
  self: 'refused',
  event: 'authenticator.enrolled',
  possible: enrollable,
  input: z.strictObject({ userId: z.uuid(), name: line(100), response: securityKeyAnswer }),
  output: authenticatorViewSchema,
  needs: ['securityKeys'],
  failures: [
    'user_deleted',
    'invalid_transition',
    'not_configured',
    'ceremony_refused',
    'security_key_taken',
    'too_many_authenticators',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/security-keys', creates: true },
  invalidates: ['authenticators.list', 'users.get', 'users.list', 'mails.ofUser'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    name: 'Blue security key',
    response: { id: 'AQID', rawId: 'AQID', type: 'public-key', response: {} },
  },
} as const satisfies Operation

/** Carries out {@link finishSecurityKey}. */
export const finishSecurityKeyHandler: Handler<typeof finishSecurityKey> = async (
  context,
  input,
) => {
  const bound = await finishSecurityKeyEnrolment(context, input)
  return bound.ok ? ok(viewAuthenticator(bound.value, context.at, context.productOf)) : bound
}
