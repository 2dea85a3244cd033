import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { decideAt } from '../../domain/roles/decide.js'
import { keepingRootManaged } from '../../steps/roles/last-administrator.js'
import { userCreation } from '../../domain/roles/shared-actions.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Moves a user to another home organization. Administrators of the old one no longer see them and
 * those of the new one do, from the same commit on (docs/security.md, row 12). The caller must be
 * able to add users there. Roles stay where they were assigned.
 */
export const moveUser = {
  name: 'users.move',
  kind: 'command',
  summary: 'Moves a user to another home organization. Roles stay where they were assigned.',
  permission: 'user:move',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'user.moved',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z.strictObject({
    userId: z.uuid(),
    toOrganizationId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: userViewSchema,
  failures: [
    'user_deleted',
    'user_name_taken',
    'stale_version',
    'last_administrator',
    'managed_by_sso',
  ],
  http: { method: 'POST', path: '/users/{userId}/move' },
  invalidates: ['users.list', 'users.get', 'sessions.list', 'secrets.list', 'users.checkUserName'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    toOrganizationId: '0198f0c0-7e00-7000-8000-000000000002',
  },
} as const satisfies Operation

export const moveUserHandler: Handler<typeof moveUser> = async (
  context,
  { toOrganizationId, reason },
) => {
  const { tx, caller, subject } = context
  if (toOrganizationId === subject.user.organizationId) return unchangedUser(context, reason)
  const lineage = (await tx.organizations.lineages([toOrganizationId])).get(toOrganizationId)
  const decision = lineage
    ? decideAt(caller, userCreation, lineage)
    : ({ allowed: false, failure: { code: 'not_found' } } as const)
  if (!decision.allowed) return err(decision.failure)
  const moved = { ...subject, lineage: lineage!, target: { ...subject.target, lineage: lineage! } }
  return keepingRootManaged(context, () =>
    saveUser(
      { ...context, subject: moved },
      { organizationId: toOrganizationId, userName: subject.user.userName },
      reason,
    ),
  )
}
