import { updatePersona, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import {
  draftIsSound,
  draftOf,
  PersonaFields,
  personaInput,
  type ListedPersona,
} from './persona-fields.js'

/** Changes a persona behind its version; the preferred one stays so until another is. */
export function EditPersonaDialog({
  user,
  persona,
  onClose,
}: {
  user: UserView
  persona: ListedPersona
  onClose: () => void
}) {
  const { personas: words } = useUserPageMessages()
  const [draft, setDraft] = useState(() => draftOf(persona))
  const [touched, setTouched] = useState(false)
  return (
    <CommandDialog
      operation={updatePersona}
      size="wide"
      title={words.editTitle(persona.typeName, user.displayName)}
      text={words.questions.details}
      verb={words.save}
      reasonField={false}
      unsaved={touched}
      toInput={() =>
        draftIsSound(draft)
          ? {
              userId: user.id,
              personaId: persona.id,
              version: persona.version,
              ...personaInput(draft),
            }
          : null
      }
      doneText={() => words.saved(persona.typeName)}
      onClose={onClose}
    >
      {(error) => (
        <PersonaFields
          draft={draft}
          preferredStays={persona.preferred}
          error={error}
          onDraftChange={(next) => {
            setTouched(true)
            setDraft(next)
          }}
        />
      )}
    </CommandDialog>
  )
}
