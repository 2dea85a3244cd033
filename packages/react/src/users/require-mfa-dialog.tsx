import { requireMfa, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { MfaField, type MfaRegistration } from './mfa-field.js'

/** Asks a person for a second factor: once, again, or no longer (features row 19). */
export function RequireMfaDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const words = useUserPageMessages().acts.requireMfa
  const [registration, setRegistration] = useState<MfaRegistration>(
    user.mfa.required ? 'again' : 'once',
  )
  return (
    <CommandDialog
      operation={requireMfa}
      title={words.title(user.displayName)}
      text={words.text}
      verb={words.verb}
      toInput={(reason) => ({ userId: user.id, registration, ...reason })}
      doneText={() => words.done(user.displayName)}
      onClose={onClose}
    >
      <MfaField value={registration} onValueChange={setRegistration} />
    </CommandDialog>
  )
}
