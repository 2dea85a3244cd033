import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { guardAdministrators } from '../../steps/roles/last-administrator.js'
import { saveAssignments } from '../../steps/roles/save-assignments.js'

/**
 * Gives a user, at their single-sign-on organization, exactly the roles that its mapping gives for
 * the groups the identity provider names, and takes the others there away (docs/features.md, row
 * 12). Called by the host's sign-in. The last effective administrator stays protected.
 */
export const applySsoGroups = {
  name: 'signIn.applySsoGroups',
  kind: 'command',
  summary:
    'Assigns the roles that an organization’s mapping assigns for the identity provider’s groups.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'role.mapped_from_sso',
  input: z.strictObject({
    userId: z.uuid(),
    groups: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(1000)),
  }),
  output: userViewSchema,
  failures: ['last_administrator', 'stale_version', 'not_managed_by_sso'],
  invalidates: ['users.get', 'users.list'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', groups: ['portal-admins'] },
} as const satisfies Operation

export const applySsoGroupsHandler: Handler<typeof applySsoGroups> = async (
  context,
  { groups },
) => {
  const { tx, newId, subject } = context
  const organization = subject.lineage.at(-1)!
  if (organization.ssoProvider === null) return err({ code: 'not_managed_by_sso' })
  const mappedRoleIds = new Set(
    groups.flatMap((group) =>
      Object.hasOwn(organization.ssoRoleMapping, group)
        ? [organization.ssoRoleMapping[group]!]
        : [],
    ),
  )
  const current = subject.assignments.filter(
    ({ organizationId }) => organizationId === organization.id,
  )
  const losing = current.filter(({ roleId }) => !mappedRoleIds.has(roleId))
  const failure = losing.length > 0 ? await guardAdministrators(context, losing) : null
  if (failure) return err(failure)
  for (const { id } of losing) await tx.roleAssignments.remove(subject.user.id, id)
  for (const roleId of mappedRoleIds) {
    if (current.some((assignment) => assignment.roleId === roleId)) continue
    await tx.roleAssignments.insert({
      id: newId(),
      userId: subject.user.id,
      userOrganizationId: subject.user.organizationId,
      roleId,
      organizationId: organization.id,
      validFromAt: null,
      validUntilAt: null,
    })
  }
  return saveAssignments(context, null)
}
