import { isOperationError, requestRecovery } from '@rosterkit/core/browser'
import { useRef, useState, type FormEvent } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { Button } from '../ui/button.js'
import { Field } from '../ui/field.js'
import { TextInput } from '../ui/text-input.js'
import { RedeemEnd, RedeemFrame } from './redeem-frame.js'

/** What the host tells the page. */
export interface RequestRecoveryPageProps {
  /** Where usernames are unique within an organization: whose people use this page. */
  organizationId?: string | undefined
  /** Shows “Go to sign-in” at the end, and is called by it. */
  onDone?: (() => void) | undefined
}

/**
 * Where a person asks for a link to choose a new password (features row 25). The answer is the same
 * whether or not there is such a person.
 */
export function RequestRecoveryPage({ organizationId, onDone }: RequestRecoveryPageProps) {
  const { forgotten: words } = useRedeemMessages()
  const request = useOperation(requestRecovery)
  const field = useRef<HTMLInputElement>(null)
  const [userName, setUserName] = useState('')
  const [checked, setChecked] = useState(false)
  if (request.isSuccess)
    return (
      <RedeemEnd
        icon="mail"
        title={words.doneTitle}
        text={words.doneText(userName.trim())}
        onGoOn={onDone}
      />
    )

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (request.isPending) return
    setChecked(true)
    if (!userName.trim()) return field.current?.focus()
    try {
      await request.mutateAsync({
        userName: userName.trim(),
        ...(organizationId === undefined ? {} : { organizationId }),
      })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
    }
  }
  return (
    <RedeemFrame title={words.title} text={words.text}>
      <form noValidate className="rk-redeem-form" onSubmit={(event) => void submit(event)}>
        <Field
          label={words.userName}
          required
          error={checked && !userName.trim() ? words.missing : undefined}
        >
          <TextInput
            ref={field}
            name="userName"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
          />
        </Field>
        {request.error ? <RefusalCallout error={request.error} /> : null}
        <Button type="submit" variant="primary" busy={request.isPending} className="rk-redeem-wide">
          {words.send}
        </Button>
      </form>
    </RedeemFrame>
  )
}
