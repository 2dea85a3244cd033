import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { endsAfterItBegins, validityFields } from '../../kernel/validity.js'
import type { Handler } from '../../context.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { decideGrant } from '../../domain/roles/decide.js'
import { saveAssignments } from '../../steps/roles/save-assignments.js'

/**
 * Assigns a user a role at an organization, optionally for a period. No one gives a role whose rights
 * they do not hold there themselves (docs/features.md, row 28); under SSO the identity provider's
 * mapping gives roles instead (docs/features.md, row 12).
 */
export const assignRole = {
  name: 'roles.assign',
  kind: 'command',
  summary: 'Assigns a user a role at an organization, optionally for a period.',
  permission: 'role:assign',
  subject: 'user',
  self: 'refused',
  refusedUnderSso: true,
  event: 'role.assigned',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z
    .strictObject({
      userId: z.uuid(),
      roleId: z.string().check(z.maxLength(64)),
      organizationId: z.uuid(),
      validFromAt: z._default(validityFields.validFromAt, null),
      validUntilAt: z._default(validityFields.validUntilAt, null),
    })
    .check(endsAfterItBegins),
  output: userViewSchema,
  failures: [
    'user_deleted',
    'role_already_given',
    'grant_exceeds_rights',
    'managed_by_sso',
    'stale_version',
  ],
  http: { method: 'POST', path: '/users/{userId}/roles' },
  invalidates: ['users.list', 'users.get'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    roleId: 'viewer',
    organizationId: '0198f0c0-7e00-7000-8000-000000000002',
  },
} as const satisfies Operation

export const assignRoleHandler: Handler<typeof assignRole> = async (
  context,
  { roleId, organizationId, validFromAt, validUntilAt },
) => {
  const { tx, caller, roles, newId, subject } = context
  const role = roles.get(roleId)
  if (!role)
    return err({
      code: 'invalid_input',
      details: {
        issues: [
          {
            path: 'roleId',
            code: 'unknown_role',
            message: 'There is no such role. Choose one from the list.',
          },
        ],
      },
    })
  const lineage = (await tx.organizations.lineages([organizationId])).get(organizationId) ?? []
  const decision = decideGrant(caller, role, lineage)
  if (!decision.allowed) return err(decision.failure)
  if (lineage.length === 0) return err({ code: 'not_found' })
  const { user } = subject
  const outcome = await tx.roleAssignments.insert({
    id: newId(),
    userId: user.id,
    userOrganizationId: user.organizationId,
    roleId,
    organizationId,
    validFromAt,
    validUntilAt,
  })
  if (outcome === 'exists')
    return err({
      code: 'role_already_given',
      details: { role: role.name, organization: lineage.at(-1)!.name },
    })
  return saveAssignments(context, null)
}
