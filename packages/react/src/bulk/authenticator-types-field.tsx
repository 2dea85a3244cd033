import type { InputOf, resetAuthenticators } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { Checkbox } from '../ui/checkbox.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'

/** A type of authenticator that can be reset. */
export type AuthenticatorType = NonNullable<InputOf<typeof resetAuthenticators>['types']>[number]

/** Which authenticators: all of them (null), or those of some types. */
export function AuthenticatorTypesField({
  value,
  onValueChange,
  checked,
}: {
  value: readonly AuthenticatorType[] | null
  onValueChange: (types: readonly AuthenticatorType[] | null) => void
  checked: boolean
}) {
  const { types: names, reset: words } = useUserPageMessages().authenticators
  return (
    <>
      <Field label={words.which} group>
        <RadioGroup
          name="which"
          value={value === null ? 'all' : 'chosen'}
          onValueChange={(which) => onValueChange(which === 'all' ? null : [])}
          options={[
            { value: 'all', label: words.all },
            { value: 'chosen', label: words.chosen },
          ]}
        />
      </Field>
      {value ? (
        <Field
          label={words.chosen}
          group
          error={checked && value.length === 0 ? words.chooseType : undefined}
        >
          <div className="rk-form-checks">
            {(Object.keys(names) as AuthenticatorType[]).map((type) => (
              <Checkbox
                key={type}
                label={names[type]}
                checked={value.includes(type)}
                onChange={(event) =>
                  onValueChange(
                    event.target.checked
                      ? [...value, type]
                      : value.filter((other) => other !== type),
                  )
                }
              />
            ))}
          </div>
        </Field>
      ) : null}
    </>
  )
}
