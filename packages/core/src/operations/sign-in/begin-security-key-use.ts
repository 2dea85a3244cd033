import type { Handler } from '../../context.js'
import { securityKeyTaskSchema } from '../../domain/authenticators/security-key-answer.js'
import { endOf } from '../../domain/secrets/secret.js'
import { needed } from '../../domain/secrets/services.js'
import { accessRefusal } from '../../domain/users/access.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { ceremonyMinutes } from '../../steps/authenticators/security-key-enrolment.js'
import { replaceSecret } from '../../steps/secrets/issue-link.js'
import { useKey, activeKeys } from './security-key-use.js'
import * as z from 'zod/mini'

/**
 * Begins a sign-in with one of a user's security keys, for the host's own sign-in: gives what the
 * browser is to do. Without a key that is active there is nothing to ask for.
 */
export const beginSecurityKeyUse = {
  name: 'signIn.beginSecurityKey',
  kind: 'command',
  summary: 'Begins a sign-in with one of a user’s security keys.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.security_key_asked',
  input: z.strictObject({ userId: z.uuid() }),
  output: securityKeyTaskSchema,
  needs: ['securityKeys'],
  failures: ['access_suspended', 'not_configured', 'factor_needed'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const beginSecurityKeyUseHandler: Handler<typeof beginSecurityKeyUse> = async (context) => {
  const { at, record, subject } = context
  const ceremony = needed(context.services, 'securityKeys')
  if (!ceremony.ok) return ceremony
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const keys = await activeKeys(context)
  if (keys.length === 0) return err({ code: 'factor_needed' })
  const options = await ceremony.value.useOptions(keys.map(({ material }) => material))
  const { expiresAt } = await replaceSecret(context, {
    purpose: 'security_key',
    key: useKey,
    copies: [],
    expiresAt: endOf(at, { minutes: ceremonyMinutes }),
    data: { challenge: options.challenge },
  })
  record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [],
  })
  return ok({ options: { ...options }, expiresAt })
}
