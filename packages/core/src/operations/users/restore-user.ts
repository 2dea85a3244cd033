import * as z from 'zod/mini'
import type { Instant } from '../../kernel/clock.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { moveAlong } from '../../steps/users/move-along.js'
import { saveUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Brings a deleted user back within the restore window. They come back deactivated, so that
 * giving access again is a step of its own.
 */
export const restoreUser = {
  name: 'users.restore',
  kind: 'command',
  summary: 'Restores a deleted user within the restore window. They come back deactivated.',
  permission: 'user:delete',
  subject: 'user',
  refusedUnderSso: true,
  event: 'user.restored',
  possible: ({ lifecycle }: User, at: Instant): Failure | null => {
    if (lifecycle.state !== 'deleted') return { code: 'not_deleted' }
    return lifecycle.restorableUntilAt !== null && at >= lifecycle.restorableUntilAt
      ? { code: 'not_restorable' }
      : null
  },
  input: z.strictObject({ userId: z.uuid(), reason: z.optional(paragraph(500)) }),
  output: userViewSchema,
  failures: ['not_deleted', 'not_restorable', 'stale_version', 'managed_by_sso'],
  http: { method: 'POST', path: '/users/{userId}/restore' },
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', reason: 'Deleted by mistake.' },
} as const satisfies Operation

export const restoreUserHandler: Handler<typeof restoreUser> = async (context, { reason = null }) =>
  saveUser(context, { lifecycle: moveAlong(context, 'restore', reason) }, reason)
