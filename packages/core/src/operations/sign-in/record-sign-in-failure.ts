import type { Handler } from '../../context.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { countFailedSignIn } from '../../steps/users/count-failed-sign-in.js'
import { signInRecordedSchema } from './sign-in-recorded.js'
import * as z from 'zod/mini'

/**
 * Records that a sign-in as a user failed. At the policy's threshold within its window the user is
 * locked automatically; an administrator's lock is neither replaced nor removed by that
 * (docs/features.md, row 7; SP 800-63B-4 §3.2.2).
 */
export const recordSignInFailure = {
  name: 'signIn.recordFailure',
  kind: 'command',
  summary: 'Records that a sign-in as a user failed.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.failed',
  input: z.strictObject({ userId: z.uuid() }),
  output: signInRecordedSchema,
  failures: ['stale_version'],
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const recordSignInFailureHandler: Handler<typeof recordSignInFailure> = async (context) => {
  const saved = await countFailedSignIn(context)
  return saved.ok ? ok({ explanation: saved.value.status }) : saved
}
