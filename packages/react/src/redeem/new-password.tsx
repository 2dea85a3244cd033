import { isOperationError, setPassword } from '@rosterkit/core/browser'
import { useRef, useState, type FormEvent } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { Button } from '../ui/button.js'
import { lengthOf, PasswordField, passwordIssueOf } from './password-field.js'
import { RedeemFrame } from './redeem-frame.js'
import type { LinkPageProps } from './link-page.js'

/**
 * Chooses a new password by a recovery link, or after a sign-in with one that had to be replaced
 * (features row 21).
 */
export function NewPassword({ token, link, onDone }: LinkPageProps) {
  const words = useRedeemMessages()
  const set = useOperation(setPassword)
  const field = useRef<HTMLInputElement>(null)
  const [password, setValue] = useState('')
  const [checked, setChecked] = useState(false)
  const minimum = link.password?.minimum ?? 1
  const short = lengthOf(password) < minimum
  const issue = passwordIssueOf(set.error)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (set.isPending) return
    setChecked(true)
    if (short) return field.current?.focus()
    try {
      const { userName, sessionsEnded } = await set.mutateAsync({ token, password })
      onDone(
        { deed: 'password_set', userName },
        {
          title: words.newPassword.doneTitle,
          text: words.newPassword.doneText(userName, sessionsEnded),
        },
      )
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      if (passwordIssueOf(thrown)) field.current?.focus()
    }
  }
  return (
    <RedeemFrame
      title={words.newPassword.title}
      text={`${words.newPassword.text(link.portal)} ${words.signedAs(link.person.userName, link.person.organization)}`}
    >
      <form noValidate className="rk-redeem-form" onSubmit={(event) => void submit(event)}>
        <PasswordField
          ref={field}
          label={words.password.newLabel}
          userName={link.person.userName}
          minimum={minimum}
          value={password}
          onValueChange={(next) => {
            setValue(next)
            setChecked(false)
            if (set.error) set.reset()
          }}
          error={issue ?? (checked && short ? words.password.tooShort(minimum) : undefined)}
        />
        {set.error && !issue ? <RefusalCallout error={set.error} /> : null}
        <Button type="submit" variant="primary" busy={set.isPending} className="rk-redeem-wide">
          {words.newPassword.save}
        </Button>
      </form>
    </RedeemFrame>
  )
}
