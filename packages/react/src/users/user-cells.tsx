import type { UserView } from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import { Tooltip } from '../ui/tooltip.js'
import { Truncate } from '../ui/truncate.js'

/**
 * The name by which a row is known: the first name in its column, the whole name where the row is
 * narrow.
 */
export function UserName({ user }: { user: UserView }) {
  return (
    <>
      <Truncate text={user.name.givenName} className="rk-user-given-name" />
      <Truncate text={user.displayName} className="rk-user-display-name" />
    </>
  )
}

/**
 * The roles in force: the first by name, and how many more; the tooltip says all, with the
 * organizations.
 */
export function UserRoles({ user }: { user: UserView }) {
  const { users } = useMessages()
  const named = user.roles
    .filter((role) => role.inForce)
    .map((role) => ({
      name: users.roles[role.roleId] ?? role.roleName,
      organization: role.organization.name,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const [first, ...more] = named
  if (!first) return <span className="rk-muted">{users.table.noRole}</span>
  return (
    <Tooltip
      content={named.map((role) => users.table.roleAt(role.name, role.organization)).join('\n')}
    >
      <span className="rk-user-roles">
        {first.name}
        {more.length > 0 ? (
          <span className="rk-muted"> {users.table.moreRoles(more.length)}</span>
        ) : null}
      </span>
    </Tooltip>
  )
}
