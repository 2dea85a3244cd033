import { assignRole, type UserView } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useRoleChoice } from './role-choice.js'

/**
 * Gives a person a role at an organization, for a period if wanted; only roles that the reader may
 * give there can be chosen.
 */
export function GiveRoleDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { roles: words } = useUserPageMessages()
  // Mostly a role is given where the person belongs.
  const role = useRoleChoice(true, user.organization.id)
  return (
    <CommandDialog
      operation={assignRole}
      title={words.giveTitle(user.displayName)}
      text={words.giveText}
      verb={words.give}
      reasonField={false}
      unsaved={role.unsaved}
      toInput={() => {
        const chosen = role.choose()
        return chosen && { userId: user.id, ...chosen }
      }}
      doneText={() => words.given(user.displayName, role.roleName, role.organizationName)}
      onClose={onClose}
    >
      {role.fields}
    </CommandDialog>
  )
}
