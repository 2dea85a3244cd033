import { finishOnboarding, isOperationError } from '@rosterkit/core/browser'
import { useRef, useState, type FormEvent } from 'react'
import { useLocale } from '../messages/messages-provider.js'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { Button } from '../ui/button.js'
import { Factors } from './factors.js'
import { lengthOf, PasswordField, passwordIssueOf } from './password-field.js'
import { RedeemFrame } from './redeem-frame.js'
import type { LinkPageProps } from './link-page.js'

/**
 * Finishes onboarding (features row 3): a password, where the portal keeps passwords, and a second
 * factor, where one is required or offered.
 */
export function Onboarding({ token, link, onChanged, onDone }: LinkPageProps) {
  const words = useRedeemMessages()
  const { locale } = useLocale()
  const { finish, field, factors, password, setPassword, minimum, issue, ...form } = useOnboarding({
    token,
    link,
    onDone,
  })
  const { passwordProblem, factorMissing, setRegistered, submit } = form
  // The server counts what is registered; a secret code is chosen besides.
  const counting = new Intl.ListFormat(locale, { type: 'disjunction' }).format(
    link.factors.available.flatMap((factor) =>
      factor === 'secret_code' ? [] : [words.factors.one[factor]],
    ),
  )

  return (
    <RedeemFrame
      title={words.onboarding.title(link.person.displayName)}
      text={`${words.onboarding.text(link.portal)} ${words.signedAs(link.person.userName, link.person.organization)}`}
    >
      <form noValidate className="rk-redeem-form" onSubmit={(event) => void submit(event)}>
        {link.password ? (
          <PasswordField
            ref={field}
            label={words.password.label}
            userName={link.person.userName}
            minimum={minimum}
            value={password}
            onValueChange={setPassword}
            error={issue ?? passwordProblem}
          />
        ) : null}
        {link.factors.available.length > 0 ? (
          <Factors
            ref={factors}
            token={token}
            link={link}
            onChanged={(factor) => {
              if (factor !== 'secret_code') setRegistered(true)
              onChanged()
            }}
            title={words.factors.title}
            text={link.factors.required ? words.factors.required(counting) : words.factors.offered}
            error={factorMissing ? words.factors.missing(counting) : undefined}
          />
        ) : null}
        {finish.error && !issue ? <RefusalCallout error={finish.error} /> : null}
        <Button type="submit" variant="primary" busy={finish.isPending} className="rk-redeem-wide">
          {words.onboarding.finish}
        </Button>
      </form>
    </RedeemFrame>
  )
}

/** What is entered, what is still missing, and what finishes onboarding. */
function useOnboarding({ token, link, onDone }: Pick<LinkPageProps, 'token' | 'link' | 'onDone'>) {
  const words = useRedeemMessages()
  const finish = useOperation(finishOnboarding)
  const field = useRef<HTMLInputElement>(null)
  const factors = useRef<HTMLHeadingElement>(null)
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const [registered, setRegistered] = useState(link.factors.registered > 0)
  const minimum = link.password?.minimum ?? 0
  const short = link.password !== null && lengthOf(password) < minimum
  const factorMissing = link.factors.required && !registered
  const issue = passwordIssueOf(finish.error)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (finish.isPending) return
    setChecked(true)
    if (short) return field.current?.focus()
    if (factorMissing) return factors.current?.focus()
    try {
      const { userName } = await finish.mutateAsync({
        token,
        ...(link.password === null ? {} : { password }),
      })
      onDone(
        { deed: 'onboarded', userName },
        {
          title: words.onboarding.doneTitle(link.person.displayName),
          text: words.onboarding.doneText(userName),
        },
      )
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      if (passwordIssueOf(thrown)) field.current?.focus()
    }
  }
  const problem = password ? words.password.tooShort(minimum) : words.password.missing
  return {
    finish,
    field,
    factors,
    password,
    minimum,
    issue,
    passwordProblem: checked && short ? problem : undefined,
    factorMissing: checked && !short && factorMissing,
    setPassword: (next: string) => {
      setPassword(next)
      setChecked(false)
      if (finish.error) finish.reset()
    },
    setRegistered,
    submit,
  }
}
