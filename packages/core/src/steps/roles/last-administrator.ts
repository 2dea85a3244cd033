import type { Failure } from '../../kernel/failure.js'
import { covers } from '../../kernel/period.js'
import { err, type Result } from '../../kernel/result.js'
import type { OperationContext, UserContext } from '../../context.js'
import { explain, statusesWithAccess, type Status } from '../../domain/users/status.js'
import type { RoleAssignment } from '../../domain/roles/role-assignment.js'
import { administratorRoleId } from '../../domain/roles/role.js'

/**
 * A user who must set a new password still is an administrator: they get in by setting it and need
 * no one for that, so a password may be expired or replaced however few administrators there are.
 * They can't be removed in the meantime either; but no one relies on them before they are back.
 */
const staysOne = (status: Status) =>
  statusesWithAccess.includes(status) || status === 'AWAITING_NEW_PASSWORD'

/**
 * Refuses to remove the last effective administrator of an organization (docs/features.md, row 28).
 * Called by every command after which the subject may no longer act as administrator: for all their
 * assignments, or only the ones given.
 *
 * If another user is an effective administrator at the organization, anyone who outranks the
 * subject may go on. Otherwise only a caller from above may, whose own organization keeps its
 * administrators; at the root there is no one above. The organizations are held first, so that two
 * such commands can't each count on the other's subject.
 */
export async function guardAdministrators(
  context: UserContext,
  losing?: readonly RoleAssignment[],
): Promise<Failure<'last_administrator'> | null> {
  const { tx, at, caller, subject } = context
  if (!staysOne(explain(subject.user, at, subject.lineage).status)) return null
  const assignments = (losing ?? subject.assignments).filter(
    (assignment) =>
      assignment.roleId === administratorRoleId &&
      covers(assignment.validFromAt, assignment.validUntilAt, at),
  )
  if (assignments.length === 0) return null
  const organizationIds = [...new Set(assignments.map((assignment) => assignment.organizationId))]
  await tx.organizations.hold(organizationIds)

  const others = (
    await tx.roleAssignments.atOrganizations(organizationIds, administratorRoleId)
  ).filter(
    (assignment) =>
      assignment.userId !== subject.user.id &&
      covers(assignment.validFromAt, assignment.validUntilAt, at),
  )
  const users = await tx.users.findMany([...new Set(others.map((assignment) => assignment.userId))])
  const lineages = await tx.organizations.lineages([
    ...new Set([...users.map((user) => user.organizationId), ...organizationIds]),
  ])
  const effective = new Set(
    users
      .filter((user) =>
        statusesWithAccess.includes(explain(user, at, lineages.get(user.organizationId)).status),
      )
      .map((user) => user.id),
  )

  for (const organizationId of organizationIds) {
    if (
      others.some(
        (assignment) =>
          assignment.organizationId === organizationId && effective.has(assignment.userId),
      )
    )
      continue
    const lineage = lineages.get(organizationId) ?? []
    const above = lineage.slice(0, -1).map(({ id }) => id)
    const callerFromAbove =
      caller.kind === 'system'
        ? above.length > 0
        : caller.grants.some(
            (grant) => grant.roleId === administratorRoleId && above.includes(grant.organizationId),
          )
    if (!callerFromAbove)
      return { code: 'last_administrator', details: { organization: lineage.at(-1)?.name ?? '' } }
  }
  return null
}

/**
 * Carries out a change that ends the access of users with their organization (locking it, moving
 * it, or moving a user under a lock), and refuses it if the root would be left without an effective
 * administrator: no one is above to repair that. The refusal rolls the change back.
 */
export async function keepingRootManaged<R extends Result<unknown>>(
  context: OperationContext,
  change: () => Promise<R>,
) {
  const { tx, at } = context
  const roots = await tx.organizations.roots()
  await tx.organizations.hold(roots.map(({ id }) => id))
  /** 2 by a user with access, 1 by a user who must set a new password first, 0 by no one. */
  const managed = async (rootId: string) => {
    const assignments = (
      await tx.roleAssignments.atOrganizations([rootId], administratorRoleId)
    ).filter((assignment) => covers(assignment.validFromAt, assignment.validUntilAt, at))
    const users = await tx.users.findMany(assignments.map(({ userId }) => userId))
    const lineages = await tx.organizations.lineages([
      ...new Set(users.map(({ organizationId }) => organizationId)),
    ])
    const now = users.map((user) => explain(user, at, lineages.get(user.organizationId)).status)
    return now.some((status) => statusesWithAccess.includes(status))
      ? 2
      : now.some(staysOne)
        ? 1
        : 0
  }
  const managedBefore = []
  for (const root of roots) managedBefore.push({ root, before: await managed(root.id) })
  const result = await change()
  for (const { root, before } of managedBefore)
    if ((await managed(root.id)) < before)
      return err({ code: 'last_administrator', details: { organization: root.name } })
  return result
}
