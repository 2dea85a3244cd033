import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { decideGrant } from '../../domain/roles/decide.js'
import { guardAdministrators } from '../../steps/roles/last-administrator.js'
import { saveAssignments } from '../../steps/roles/save-assignments.js'

/**
 * Removes a role from a user. A caller who couldn't assign it can't remove it; the last effective
 * administrator of an organization keeps theirs (docs/features.md, row 28).
 */
export const unassignRole = {
  name: 'roles.unassign',
  kind: 'command',
  summary: 'Removes a role from a user.',
  permission: 'role:assign',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'role.unassigned',
  input: z.strictObject({
    userId: z.uuid(),
    assignmentId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: userViewSchema,
  failures: ['last_administrator', 'grant_exceeds_rights', 'managed_by_sso', 'stale_version'],
  http: { method: 'POST', path: '/users/{userId}/roles/{assignmentId}/unassign' },
  invalidates: ['users.list', 'users.get'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    assignmentId: '0198f0c0-7e00-7000-8000-000000000003',
  },
} as const satisfies Operation

export const unassignRoleHandler: Handler<typeof unassignRole> = async (
  context,
  { assignmentId, reason },
) => {
  const { tx, caller, roles, subject } = context
  const assignment = subject.assignments.find(({ id }) => id === assignmentId)
  if (!assignment) return err({ code: 'not_found' })
  const role = roles.get(assignment.roleId)
  const lineage =
    (await tx.organizations.lineages([assignment.organizationId])).get(assignment.organizationId) ??
    []
  const decision = role ? decideGrant(caller, role, lineage) : null
  if (decision && !decision.allowed) return err(decision.failure)
  const failure = await guardAdministrators(context, [assignment])
  if (failure) return err(failure)
  await tx.roleAssignments.remove(subject.user.id, assignmentId)
  return saveAssignments(context, reason)
}
