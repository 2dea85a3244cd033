import { createUser, moveUser, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { OrganizationField } from '../organizations/organization-field.js'
import { useOrganizations } from '../organizations/use-organizations.js'
import { useWhyNot } from './why-not.js'

/**
 * Moves a person to another home organization (features row 11); only one where the reader may add
 * people can be chosen.
 */
export function MoveUserDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { acts, roles } = useUserPageMessages()
  const words = acts.move
  const whyNot = useWhyNot()
  const [chosenId, setChosenId] = useState('')
  const [checked, setChecked] = useState(false)
  const chosen = useOrganizations().find(({ id }) => id === chosenId)
  return (
    <CommandDialog
      operation={moveUser}
      title={words.title(user.displayName)}
      text={words.text(user.organization.name, user.roles.length)}
      verb={words.verb}
      unsaved={chosenId !== ''}
      toInput={(reason) => {
        setChecked(true)
        return chosen ? { userId: user.id, toOrganizationId: chosen.id, ...reason } : null
      }}
      doneText={() => words.done(user.displayName, chosen?.name ?? '')}
      onClose={onClose}
    >
      <OrganizationField
        label={words.to}
        required
        error={checked && !chosen ? roles.chooseOrganization : undefined}
        value={chosenId}
        onValueChange={setChosenId}
        refusalOf={(item) =>
          item.id === user.organization.id ? words.already : whyNot(item, createUser)
        }
      />
    </CommandDialog>
  )
}
