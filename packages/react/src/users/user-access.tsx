import type { UserView } from '@rosterkit/core/browser'
import { useMessages } from '../messages/messages-provider.js'
import { Badge } from '../ui/badge.js'
import { EmptyState } from '../ui/empty-state.js'

/** Which roles a person has, and where. */
export function UserAccess({ user }: { user: UserView }) {
  const { users } = useMessages()
  return (
    <div className="rk-user-section">
      <div className="rk-user-section-head">
        <h3 className="rk-user-section-title">{users.page.rolesAt(user.roles.length)}</h3>
      </div>
      {user.roles.length === 0 ? (
        <EmptyState icon="shield" title={users.page.noRoles} />
      ) : (
        <ul className="rk-list">
          {user.roles.map((role) => (
            <li key={role.id} className="rk-list-item">
              <span className="rk-list-main">
                <span className="rk-list-title">{users.table.roleAt(users.roles[role.roleId] ?? role.roleName, role.organization.name)}</span>
                <span className="rk-muted">{users.page.reachesBelow}</span>
              </span>
              {role.inForce ? null : <Badge>{users.page.notInForce}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
