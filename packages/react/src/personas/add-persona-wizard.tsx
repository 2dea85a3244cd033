import {
  assignPersona,
  isOperationError,
  type listPersonas,
  type OutputOf,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'
import { useToast } from '../ui/toast.js'
import { Wizard } from '../ui/wizard.js'
import {
  draftIsSound,
  draftOf,
  PersonaFields,
  personaInput,
  type ListedPersona,
} from './persona-fields.js'

/** What {@link AddPersonaWizard} takes. */
export interface AddPersonaWizardProps {
  user: UserView
  types: OutputOf<typeof listPersonas>['types']
  held: readonly ListedPersona[]
  onClose: () => void
}

/**
 * Gives a person a persona in two steps (features row 13): which one, then what it brings and for
 * how long.
 */
export function AddPersonaWizard({ user, types, held, onClose }: AddPersonaWizardProps) {
  const { personas: words } = useUserPageMessages()
  const toast = useToast()
  const assign = useOperation(assignPersona)
  const [typeId, setTypeId] = useState('')
  const [draft, setDraft] = useState(() => draftOf())
  const [checked, setChecked] = useState(false)
  const type = types.find(({ id }) => id === typeId)
  const isHeld = (id: string) => held.some((persona) => persona.typeId === id)
  const finish = async () => {
    try {
      const added = await assign.mutateAsync({ userId: user.id, typeId, ...personaInput(draft) })
      onClose()
      toast.show({ text: words.added(added.typeName) })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
    }
  }
  return (
    <Wizard
      open
      onOpenChange={onClose}
      title={words.addTitle(user.displayName)}
      finishLabel={words.add}
      onFinish={() => void finish()}
      busy={assign.isPending}
      unsaved={typeId !== ''}
      refusal={assign.error ? <RefusalCallout error={assign.error} /> : undefined}
      steps={[
        {
          id: 'type',
          label: words.steps.type,
          question: words.questions.type,
          summary: type?.name,
          onNext: () => {
            setChecked(true)
            return type !== undefined
          },
          content: (
            <Field label={words.type} group error={checked && !type ? words.chooseType : undefined}>
              <RadioGroup
                cards
                name="typeId"
                value={typeId}
                onValueChange={setTypeId}
                options={types.map(({ id, name, description, delegates }) => ({
                  value: id,
                  label: name,
                  description: isHeld(id)
                    ? words.alreadyGiven
                    : [description, delegates ? words.delegates : ''].filter(Boolean).join(' '),
                  disabled: isHeld(id),
                }))}
              />
            </Field>
          ),
        },
        {
          id: 'details',
          label: words.steps.details,
          question: words.questions.details,
          onNext: () => draftIsSound(draft),
          content: <PersonaFields draft={draft} onDraftChange={setDraft} error={assign.error} />,
        },
      ]}
    />
  )
}
