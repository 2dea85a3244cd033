import {
  listAuthenticators,
  listSessions,
  resetAuthenticators,
  type UserView,
} from '@rosterkit/core/browser'
import { useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { CommandDialog } from '../operations/command-dialog.js'
import { useOperationQuery } from '../operations/use-operation-query.js'
import { Checkbox } from '../ui/checkbox.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'

/**
 * Resets a person's authenticators, all or those of some types (features rows 18 and 19): says how
 * many go and how many sessions end.
 */
export function ResetAuthenticatorsDialog({
  user,
  onClose,
}: {
  user: UserView
  onClose: () => void
}) {
  const { authenticators: page } = useUserPageMessages()
  const words = page.reset
  const held = useOperationQuery(listAuthenticators, { userId: user.id }).data?.items
  const open = useOperationQuery(listSessions, { userId: user.id }).data?.items
  const [which, setWhich] = useState<'all' | 'chosen'>('all')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [checked, setChecked] = useState(false)
  const types = [...new Set((held ?? []).map(({ type }) => type))]
  const countOf = (type: string) =>
    (held ?? []).filter((authenticator) => authenticator.type === type).length
  const going =
    which === 'all' ? (held?.length ?? 0) : chosen.reduce((sum, type) => sum + countOf(type), 0)
  const missing = which === 'chosen' && chosen.length === 0
  return (
    <CommandDialog
      operation={resetAuthenticators}
      title={words.title(user.displayName)}
      text={held && open ? words.text(going, open.length) : words.textAtFirst}
      verb={words.verb}
      danger
      toInput={(reason) => {
        setChecked(true)
        return missing
          ? null
          : {
              userId: user.id,
              ...(which === 'chosen'
                ? { types: types.filter((type) => chosen.includes(type)) }
                : {}),
              ...reason,
            }
      }}
      doneText={({ reset }) => words.done(user.displayName, reset)}
      onClose={onClose}
    >
      {types.length > 1 ? (
        <Field label={words.which} group>
          <RadioGroup
            name="which"
            value={which}
            onValueChange={(value) => setWhich(value as typeof which)}
            options={[
              { value: 'all', label: words.all },
              { value: 'chosen', label: words.chosen },
            ]}
          />
        </Field>
      ) : null}
      {which === 'chosen' ? (
        <Field label={words.chosen} group error={checked && missing ? words.chooseType : undefined}>
          <div className="rk-form-checks">
            {types.map((type) => (
              <Checkbox
                key={type}
                label={words.typeCount(page.types[type], countOf(type))}
                checked={chosen.includes(type)}
                onChange={(event) =>
                  setChosen(
                    event.target.checked
                      ? [...chosen, type]
                      : chosen.filter((other) => other !== type),
                  )
                }
              />
            ))}
          </div>
        </Field>
      ) : null}
    </CommandDialog>
  )
}
