import { listRoles, type OrganizationView, type RoleView } from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useOperationQuery } from '../operations/use-operation-query.js'

const none: readonly RoleView[] = []

/** A role by the name in force here, and by the one that the server has for it. */
export type NamedRole = RoleView & { readonly givenName: string }

/** The roles that there are. */
export function useRoles(enabled = true): readonly NamedRole[] {
  const { users } = useMessages()
  const roles = useOperationQuery(listRoles, {}, { enabled }).data?.items ?? none
  return roles.map((role) => ({
    ...role,
    givenName: role.name,
    name: users.roles[role.id] ?? role.name,
  }))
}

/**
 * What a role allows, in the reader's language where it comes with the kit; the host's own in the
 * words that the host has for it.
 */
export function useRoleDescription(): (role: RoleView) => string {
  const { roles } = useUserPageMessages()
  return (role) => roles.descriptions[role.id] ?? role.description
}

/** The roles that the reader may give at an organization. */
export const grantableAt = (
  roles: readonly NamedRole[],
  organization: OrganizationView | undefined,
) => roles.filter(({ id }) => organization?.grantableRoleIds.includes(id))
