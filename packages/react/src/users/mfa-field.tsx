import type { InputOf, requireMfa } from '@rosterkit/core/browser'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { Field } from '../ui/field.js'
import { RadioGroup } from '../ui/radio-group.js'

/** What is asked of somebody's second factor. */
export type MfaRegistration = InputOf<typeof requireMfa>['registration']

/** Whether a second factor is asked for: once, again, or no longer (features row 19). */
export function MfaField({
  value,
  onValueChange,
}: {
  value: MfaRegistration
  onValueChange: (registration: MfaRegistration) => void
}) {
  const words = useUserPageMessages().acts.requireMfa
  return (
    <Field label={words.label} group>
      <RadioGroup
        cards
        name="registration"
        value={value}
        onValueChange={(registration) => onValueChange(registration as MfaRegistration)}
        options={(['once', 'again', 'no'] as const).map((registration) => ({
          value: registration,
          ...words[registration],
        }))}
      />
    </Field>
  )
}
