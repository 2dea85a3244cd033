import { listOrganizations, moveUser, type OrganizationView, type UserView } from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Combobox } from '../ui/combobox.js'
import { Field } from '../ui/field.js'

/** Moves a person to another home organization (features row 11); only one where the reader may add people can be chosen. */
export function MoveUserDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { move: words, roles } = useUserPageMessages()
  const organizations = useOperationQuery(listOrganizations, {}).data?.items
  const [chosenId, setChosenId] = useState('')
  const [checked, setChecked] = useState(false)
  const chosen = organizations?.find(({ id }) => id === chosenId)
  const top = Math.min(...(organizations ?? []).map(({ depth }) => depth))
  const optionOf = (item: OrganizationView) => {
    const decision = item.can['users.create']
    return { value: item.id, label: item.name, detail: item.level, depth: item.depth - top, disabledReason: item.id === user.organization.id ? words.already : decision && !decision.allowed ? decision.detail : undefined }
  }
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
      told={() => words.done(user.displayName, chosen?.name ?? '')}
      onClose={onClose}
    >
      <Field label={words.to} required error={checked && !chosen ? roles.chooseOrganization : undefined}>
        <Combobox value={chosen ? optionOf(chosen) : null} onValueChange={(option) => setChosenId(option?.value ?? '')} options={(organizations ?? []).map(optionOf)} />
      </Field>
    </CommandDialog>
  )
}
