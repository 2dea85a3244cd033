import type { UserView } from '@rosterkit/core/browser'
import { UserPersonas } from '../personas/user-personas.js'
import { UserRoles } from '../roles/user-roles.js'

/** What a person may do: their roles, and their personas where the host has any. */
export function UserAccess({ user }: { user: UserView }) {
  return (
    <div className="rk-user-sections">
      <UserRoles user={user} />
      <UserPersonas user={user} />
    </div>
  )
}
