import type { Handler } from '../../context.js'
import { accessRefusal } from '../../domain/users/access.js'
import { inactivityLockFrom } from '../../domain/users/inactivity.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { saveUser } from '../../steps/users/save-user.js'
import { signInRecordedSchema } from './sign-in-recorded.js'
import * as z from 'zod/mini'

/**
 * Tells that a user has signed in: the counter of failed tries starts again, and so does the time
 * until an inactivity lock. Refused with `access_suspended` when their status gives no access, also
 * when a lock came between the check and this.
 */
export const recordSignInSuccess = {
  name: 'signIn.recordSuccess',
  kind: 'command',
  summary: 'Records that a user has signed in.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.succeeded',
  input: z.strictObject({ userId: z.uuid() }),
  output: signInRecordedSchema,
  failures: ['access_suspended', 'stale_version'],
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const recordSignInSuccessHandler: Handler<typeof recordSignInSuccess> = async (context) => {
  const { at, policy, subject } = context
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const saved = await saveUser(
    context,
    {
      lastSignedInAt: at,
      failedSignIns: { count: 0, sinceAt: null },
      inactivityLockAt: inactivityLockFrom(policy, at),
    },
    null,
    'bookkeeping',
  )
  return saved.ok ? ok({ explanation: saved.value.status }) : saved
}
