import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import type { Handler } from '../../context.js'
import { isFor, removeSecrets } from '../../steps/secrets/issue-link.js'
import { moveAlong } from '../../steps/users/move-along.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import { inactivityLockFrom } from '../../domain/users/inactivity.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Records that a user has finished onboarding in the host's own way: PROVISIONED becomes ACTIVE
 * (docs/features.md, row 3). Changes nothing for an active user.
 */
export const completeOnboarding = {
  name: 'signIn.completeOnboarding',
  kind: 'command',
  summary: 'Records that a user has finished onboarding.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'user.onboarded',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted'
      ? { code: 'user_deleted' }
      : lifecycle.state === 'deactivated'
        ? { code: 'invalid_transition', details: { from: lifecycle.state, event: 'activate' } }
        : null,
  input: z.strictObject({ userId: z.uuid() }),
  output: userViewSchema,
  failures: ['user_deleted', 'invalid_transition', 'stale_version'],
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const completeOnboardingHandler: Handler<typeof completeOnboarding> = async (context) => {
  if (context.subject.user.lifecycle.state === 'active') return unchangedUser(context)
  await removeSecrets(context, isFor('activation'))
  return saveUser(context, {
    lifecycle: moveAlong(context, 'activate', null),
    inactivityLockAt: inactivityLockFrom(context.policy, context.at),
  })
}
