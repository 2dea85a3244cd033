import { isOperationError, resetSecretCode } from '@rosterkit/core/browser'
import { useRef, useState, type FormEvent } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { Button } from '../ui/button.js'
import { Field } from '../ui/field.js'
import { PasswordInput } from '../ui/password-input.js'
import { TextInput } from '../ui/text-input.js'
import { issueAt } from '../operations/issue-at.js'
import { RedeemEnd, RedeemFrame } from './redeem-frame.js'
import type { RedeemDone } from './link-page.js'

/** What the host tells the page. */
export interface ResetCodePageProps {
  /** Where usernames are unique within an organization: whose people use this page. */
  organizationId?: string | undefined
  /** Shows “Go to sign-in” at the end, and is called by it. */
  onDone?: ((done: RedeemDone) => void) | undefined
}

const fields = ['userName', 'code', 'secretCode'] as const

/** Where a person brings a reset code and chooses a new secret code (features row 17). */
export function ResetCodePage({ organizationId, onDone }: ResetCodePageProps) {
  const all = useRedeemMessages()
  const words = all.resetCode
  const { reset, form, done, errorAt, shownAtField, control, submit } = useResetCode(organizationId)
  if (done)
    return (
      <RedeemEnd
        title={words.doneTitle}
        text={words.doneText}
        onGoOn={onDone && (() => onDone(done))}
      />
    )

  return (
    <RedeemFrame title={words.title} text={words.text}>
      <form
        ref={form}
        noValidate
        className="rk-redeem-form"
        onSubmit={(event) => void submit(event)}
      >
        <Field label={words.userName} required error={errorAt('userName')}>
          <TextInput
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            {...control('userName')}
          />
        </Field>
        <Field label={words.code} required hint={words.codeHint} error={errorAt('code')}>
          <TextInput
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            {...control('code')}
          />
        </Field>
        <Field label={all.secretCode.newLabel} required error={errorAt('secretCode')}>
          <PasswordInput
            words={{
              show: all.password.show,
              hide: all.password.hide,
              showLong: all.secretCode.show,
              hideLong: all.secretCode.hide,
            }}
            {...control('secretCode')}
          />
        </Field>
        {reset.error && !shownAtField ? <RefusalCallout error={reset.error} /> : null}
        <Button type="submit" variant="primary" busy={reset.isPending} className="rk-redeem-wide">
          {all.secretCode.verb}
        </Button>
      </form>
    </RedeemFrame>
  )
}

/** What is entered, what is wrong with it, and what resets the secret code. */
function useResetCode(organizationId: string | undefined) {
  const all = useRedeemMessages()
  const words = all.resetCode
  const reset = useOperation(resetSecretCode)
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState({ userName: '', code: '', secretCode: '' })
  const [checked, setChecked] = useState(false)
  const [done, setDone] = useState<RedeemDone | null>(null)
  const missing = {
    userName: words.userNameMissing,
    code: words.codeMissing,
    secretCode: all.secretCode.missing,
  }
  const wrong = reset.error?.code === 'secret_unusable' ? words.wrong : undefined
  const errorAt = (name: (typeof fields)[number]) =>
    issueAt(reset.error, name) ??
    (name === 'code' ? wrong : undefined) ??
    (checked && !values[name].trim() ? missing[name] : undefined)
  const shownAtField = fields.some((name) => issueAt(reset.error, name)) || wrong !== undefined
  const focusOn = (name: (typeof fields)[number]) =>
    form.current?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus()
  const control = (name: (typeof fields)[number]) => ({
    name,
    value: values[name],
    onChange: (event: { target: { value: string } }) =>
      setValues({ ...values, [name]: event.target.value }),
  })

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reset.isPending) return
    setChecked(true)
    const empty = fields.find((name) => !values[name].trim())
    if (empty) return focusOn(empty)
    try {
      const { userName } = await reset.mutateAsync({
        ...values,
        userName: values.userName.trim(),
        ...(organizationId === undefined ? {} : { organizationId }),
      })
      setDone({ deed: 'secret_code_reset', userName })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      focusOn(fields.find((name) => issueAt(thrown, name)) ?? 'code')
    }
  }
  return { reset, form, done, errorAt, shownAtField, control, submit }
}
