import { foldUserName, purgeUser, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { Field } from '../ui/field.js'
import { TextInput } from '../ui/text-input.js'

/** Removes a deleted person for good (features row 9), confirmed by typing their username. */
export function PurgeUserDialog({
  user,
  onClose,
  onGone,
}: {
  user: UserView
  onClose: () => void
  onGone?: (() => void) | undefined
}) {
  const { acts, dialogs } = useUserPageMessages()
  const words = acts.purge
  const [userName, setUserName] = useState('')
  const [checked, setChecked] = useState(false)
  const named = foldUserName(userName.trim()) === foldUserName(user.userName)
  return (
    <CommandDialog
      operation={purgeUser}
      title={words.title(user.displayName)}
      text={words.text}
      verb={words.verb}
      danger
      unsaved={userName.trim() !== ''}
      toInput={(reason) => {
        setChecked(true)
        return named ? { userId: user.id, userName: userName.trim(), ...reason } : null
      }}
      doneText={() => words.done(user.displayName)}
      onDone={onGone}
      onClose={onClose}
    >
      <Field
        label={dialogs.userName}
        required
        hint={dialogs.typeUserName(user.userName)}
        error={checked && !named ? dialogs.userNameWrong : undefined}
      >
        <TextInput
          value={userName}
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => setUserName(event.target.value)}
        />
      </Field>
    </CommandDialog>
  )
}
