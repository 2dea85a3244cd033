import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { moveAlong } from '../../steps/users/move-along.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { invitedUserSchema } from '../../domain/secrets/issued-link.js'
import { inviteByPolicy } from '../../steps/users/invite.js'

/**
 * Activates a user who was added without an invitation: they show as PROVISIONED until they finish
 * onboarding (docs/features.md, rows 1 and 3). They get the link as if they were added now. Changes
 * nothing for a user who is already activated.
 */
export const activateUser = {
  name: 'users.activate',
  kind: 'command',
  summary: 'Activates a user who was added without an invitation.',
  permission: 'user:create',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'user.activated',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'staged'
      ? null
      : lifecycle.state === 'deleted'
        ? { code: 'user_deleted' }
        : { code: 'already_activated' },
  input: z.strictObject({ userId: z.uuid() }),
  output: invitedUserSchema,
  showsOnce: ['activationLink.link'],
  failures: ['user_deleted', 'stale_version', 'managed_by_sso'],
  http: { method: 'POST', path: '/users/{userId}/activate' },
  invalidates: ['users.list', 'users.get', 'secrets.list', 'mails.ofUser'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const activateUserHandler: Handler<typeof activateUser> = async (context) => {
  const already = context.subject.user.lifecycle.state !== 'staged'
  const saved = already
    ? unchangedUser(context)
    : await saveUser(context, {
        lifecycle: moveAlong(context, 'provision', null, { formerState: null }),
      })
  return saved.ok
    ? ok({ ...saved.value, activationLink: already ? null : await inviteByPolicy(context) })
    : saved
}
