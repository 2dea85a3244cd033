import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { moveAlong } from '../../steps/users/move-along.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import type { UserEvent } from '../../domain/users/user-lifecycle.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Restores a deactivated user's access as it was before (docs/features.md, row 8). Changes nothing
 * for a user who isn't deactivated.
 */
export const reactivateUser = {
  name: 'users.reactivate',
  kind: 'command',
  summary: 'Restores a deactivated user’s access as it was before.',
  permission: 'user:deactivate',
  subject: 'user',
  self: 'refused',
  event: 'user.reactivated',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deactivated'
      ? null
      : lifecycle.state === 'deleted'
        ? { code: 'user_deleted' }
        : { code: 'not_deactivated' },
  input: z.strictObject({ userId: z.uuid(), reason: z.optional(paragraph(500)) }),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/reactivate' },
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'Back from leave.' },
} as const satisfies Operation

const backTo: Readonly<Record<string, UserEvent>> = {
  staged: 'reactivateStaged',
  provisioned: 'reactivateProvisioned',
}

export const reactivateUserHandler: Handler<typeof reactivateUser> = async (
  context,
  { reason = null },
) => {
  const { lifecycle } = context.subject.user
  if (lifecycle.state !== 'deactivated') return unchangedUser(context, reason)
  return saveUser(
    context,
    {
      lifecycle: moveAlong(context, backTo[lifecycle.formerState ?? ''] ?? 'reactivate', reason, {
        formerState: null,
      }),
    },
    reason,
  )
}
