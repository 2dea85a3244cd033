import type { OperationError } from '@rosterkit/core/browser'
import { forwardRef, type Ref } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { issueAt } from '../operations/issue-at.js'
import { Field } from '../ui/field.js'
import { Icon } from '../ui/icons.js'
import { PasswordInput } from '../ui/password-input.js'

/** What {@link PasswordField} takes. */
export interface PasswordFieldProps {
  label: string
  /** For password managers, which keep the two together. */
  userName: string
  minimum: number
  value: string
  onValueChange: (password: string) => void
  error?: string | undefined
}

/** Characters as the server counts them: a sign beyond the basic plane is one. */
export const lengthOf = (password: string) => [...password.normalize('NFKC')].length

/** What the server says of the password itself; undefined for a refusal about anything else. */
export function passwordIssueOf(error: OperationError | null): string | undefined {
  return issueAt(error, 'password')
}

/** A new password: its one rule, which follows the typing, and a switch that shows it. */
export const PasswordField = forwardRef(function PasswordField(
  { label, userName, minimum, value, onValueChange, error }: PasswordFieldProps,
  ref: Ref<HTMLInputElement>,
) {
  const { password: words } = useRedeemMessages()
  const length = lengthOf(value)
  const hint =
    length === 0 || (error && length >= minimum) ? (
      words.hint(minimum)
    ) : length < minimum ? (
      words.toGo(minimum - length)
    ) : (
      <span className="rk-met">
        <Icon name="check" />
        {words.longEnough}
      </span>
    )
  return (
    <>
      <input
        hidden
        readOnly
        type="text"
        autoComplete="username"
        value={userName}
        className="rk-hidden"
      />
      <Field label={label} required hint={hint} error={error}>
        <PasswordInput
          ref={ref}
          words={words}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
        />
      </Field>
    </>
  )
})
