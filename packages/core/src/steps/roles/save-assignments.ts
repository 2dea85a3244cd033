import type { Result } from '../../kernel/result.js'
import type { UserContext } from '../../context.js'
import { saveUser } from '../users/save-user.js'
import { loadUserSubjects } from '../../domain/users/user-subject.js'
import type { UserView } from '../../domain/users/user-view.js'
import type { RoleAssignment } from '../../domain/roles/role-assignment.js'

/**
 * Ends a command that changed a user's roles: the user's version grows, and the audit holds the
 * roles before and after.
 */
export async function saveAssignments(
  context: UserContext,
  reason: string | null | undefined,
): Promise<Result<UserView, 'stale_version'>> {
  const before = context.subject
  const after = (await loadUserSubjects(context, [before.user]))[0]!
  const record: UserContext['record'] = (deed) =>
    context.record({
      ...deed,
      changes: [
        {
          field: 'roles',
          before: before.assignments.map(auditedAssignment),
          after: after.assignments.map(auditedAssignment),
        },
      ],
    })
  return saveUser({ ...context, subject: after, record }, {}, reason)
}

function auditedAssignment({ roleId, organizationId, validFromAt, validUntilAt }: RoleAssignment) {
  return { roleId, organizationId, validFromAt, validUntilAt }
}
