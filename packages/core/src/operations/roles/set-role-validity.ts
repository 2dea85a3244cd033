import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Instant } from '../../kernel/clock.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import { endsAfterItBegins, validityFields } from '../../kernel/validity.js'
import type { Handler } from '../../context.js'
import { unchangedUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { decideGrant } from '../../domain/roles/decide.js'
import { guardAdministrators } from '../../steps/roles/last-administrator.js'
import type { RoleAssignment } from '../../domain/roles/role-assignment.js'
import { saveAssignments } from '../../steps/roles/save-assignments.js'

/**
 * Sets the period of a user's role (docs/features.md, rows 10 and 29). Extending it is assigning
 * it, shortening it is removing it, so it needs the rights for both: a caller who couldn't assign
 * the role can't change it, and the last effective administrator of an organization keeps theirs.
 */
export const setRoleValidity = {
  name: 'roles.setValidity',
  kind: 'command',
  summary: 'Sets the period of a user’s role.',
  permission: 'role:assign',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'role.validity_set',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z
    .strictObject({
      userId: z.uuid(),
      assignmentId: z.uuid(),
      ...validityFields,
      reason: z.optional(paragraph(500)),
    })
    .check(endsAfterItBegins),
  output: userViewSchema,
  failures: [
    'user_deleted',
    'last_administrator',
    'grant_exceeds_rights',
    'managed_by_sso',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/roles/{assignmentId}/validity' },
  invalidates: ['users.list', 'users.get'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    assignmentId: '0198f0c0-7e00-7000-8000-000000000003',
    validFromAt: null,
    validUntilAt: '2027-03-01T09:00:00.000Z',
  },
} as const satisfies Operation

export const setRoleValidityHandler: Handler<typeof setRoleValidity> = async (
  context,
  { assignmentId, validFromAt, validUntilAt, reason },
) => {
  const { tx, at, caller, roles, subject } = context
  const assignment = subject.assignments.find(({ id }) => id === assignmentId)
  // A role that the catalog no longer has gives nothing; a period for it would give whatever it
  // comes back with.
  const role = assignment && roles.get(assignment.roleId)
  if (!role) return err({ code: 'not_found' })
  const lineage =
    (await tx.organizations.lineages([assignment.organizationId])).get(assignment.organizationId) ??
    []
  const decision = decideGrant(caller, role, lineage)
  if (!decision.allowed) return err(decision.failure)
  const next: RoleAssignment = { ...assignment, validFromAt, validUntilAt }
  if (validFromAt === assignment.validFromAt && validUntilAt === assignment.validUntilAt)
    return unchangedUser(context, reason)
  const failure = losesTime(assignment, next, at)
    ? await guardAdministrators(context, [assignment])
    : null
  if (failure) return err(failure)
  await tx.roleAssignments.update(next)
  return saveAssignments(context, reason)
}

/**
 * Whether there is an instant from now on that the previous period covered and the next does not.
 * An end, even a far one, is a loss that no later check can refuse.
 */
function losesTime(before: RoleAssignment, next: RoleAssignment, at: Instant): boolean {
  const beginsLater =
    next.validFromAt !== null &&
    next.validFromAt > at &&
    (before.validFromAt === null || before.validFromAt < next.validFromAt)
  const endsSooner =
    next.validUntilAt !== null &&
    (before.validUntilAt === null || next.validUntilAt < before.validUntilAt)
  return beginsLater || endsSooner
}
