import { beginOwnSecurityKey, beginOwnTotp, finishOwnSecurityKey } from '@rosterkit/core/browser'
import { forwardRef, useId, useState } from 'react'
import { SecurityKeyDialog } from '../authenticators/security-key-dialog.js'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { useSentence } from '../messages/server-sentence.js'
import { useOperation } from '../operations/use-operation.js'
import { Badge } from '../ui/badge.js'
import { Button } from '../ui/button.js'
import { Icon } from '../ui/icons.js'
import { AuthenticatorAppDialog } from './authenticator-app-dialog.js'
import type { OpenedLink } from './link-page.js'
import { SecretCodeDialog } from './secret-code-dialog.js'

type Factor = OpenedLink['factors']['available'][number]

const icons = { security_key: 'key', totp: 'clock', secret_code: 'lock' } as const

/** What {@link Factors} takes. */
export interface FactorsProps {
  token: string
  link: OpenedLink
  /** Above the list, where it is one part of a page. */
  title?: string
  text?: string
  /** What is still missing. */
  error?: string | undefined
  /** Told what has been set up, while the dialog still says so. */
  onChanged: (factor: Factor) => void
  /** The link is used up by what was registered, whose name this is. */
  onRegistered?: ((name: string) => void) | undefined
  onCodeChosen?: (() => void) | undefined
}

/**
 * What a person can register by a link, each set up in a dialog of its own, so that nothing on the
 * page behind is lost.
 */
export const Factors = forwardRef<HTMLHeadingElement, FactorsProps>(function Factors(
  { token, link, title, text, error, onChanged, onRegistered, onCodeChosen },
  ref,
) {
  const words = useRedeemMessages()
  const secretCode = useSentence()(link.secretCode.description)
  const id = useId()
  const beginApp = useOperation(beginOwnTotp)
  const [setting, setSetting] = useState<Factor | null>(null)
  const [registered, setRegistered] = useState<Partial<Record<Factor, number>>>({})

  const count = (factor: Factor) => {
    setRegistered((former) => ({ ...former, [factor]: (former[factor] ?? 0) + 1 }))
    // A link that is used up has nothing more to say.
    if (!onRegistered || factor === 'secret_code') onChanged(factor)
  }
  const codeChosen = link.secretCode.chosen || registered.secret_code !== undefined
  return (
    <div
      role="group"
      aria-labelledby={title ? id : undefined}
      aria-label={title ? undefined : words.factors.title}
      aria-describedby={error ? `${id}error` : undefined}
      className="rk-factors"
    >
      {title ? (
        <h2 ref={ref} id={id} tabIndex={-1} className="rk-factors-title">
          {title}
        </h2>
      ) : null}
      {text ? <p className="rk-redeem-text">{text}</p> : null}
      <ul className="rk-factors-list">
        {link.factors.available.map((factor) => (
          <FactorItem
            key={factor}
            factor={factor}
            secretCode={secretCode}
            ready={factor === 'secret_code' ? codeChosen : registered[factor] !== undefined}
            onSetUp={() => {
              setSetting(factor)
              if (factor === 'totp') beginApp.mutate({ token })
            }}
          />
        ))}
      </ul>
      <span id={`${id}error`} aria-live="polite" className={error ? 'rk-field-error' : 'rk-spoken'}>
        {error ? <Icon name="alert" /> : null}
        {error}
      </span>
      {setting ? (
        <FactorDialog
          factor={setting}
          token={token}
          secretCode={secretCode}
          beginApp={beginApp}
          onCount={count}
          onRegistered={onRegistered}
          onCodeChosen={onCodeChosen}
          onClose={() => setSetting(null)}
        />
      ) : null}
    </div>
  )
})

function FactorItem({
  factor,
  secretCode,
  ready,
  onSetUp,
}: {
  factor: Factor
  /** What a secret code has to look like. */
  secretCode: string
  ready: boolean
  onSetUp: () => void
}) {
  const words = useRedeemMessages()
  const name = words.factors[factor]
  return (
    <li className="rk-factor">
      <Icon name={icons[factor]} />
      <span className="rk-factor-words">
        <span className="rk-factor-name">
          {name}
          {ready ? (
            <Badge tone="success" icon="check">
              {words.factors.ready}
            </Badge>
          ) : null}
        </span>
        <span className="rk-factor-text">
          {factor === 'secret_code'
            ? words.factors.secret_code_text(secretCode)
            : words.factors[`${factor}_text`]}
        </span>
      </span>
      {ready ? null : (
        <Button size="small" aria-label={words.factors.setUpOne(name)} onClick={onSetUp}>
          {words.factors.setUp}
        </Button>
      )}
    </li>
  )
}

/** Sets one of them up. */
function FactorDialog({
  factor,
  token,
  secretCode,
  beginApp,
  onCount,
  onRegistered,
  onCodeChosen,
  onClose,
}: Pick<FactorsProps, 'token' | 'onRegistered' | 'onCodeChosen'> & {
  factor: Factor
  secretCode: string
  beginApp: ReturnType<typeof useOperation<typeof beginOwnTotp>>
  onCount: (factor: Factor) => void
  onClose: () => void
}) {
  const words = useRedeemMessages()
  const beginKey = useOperation(beginOwnSecurityKey)
  const finishKey = useOperation(finishOwnSecurityKey)
  const [keyDone, setKeyDone] = useState<string | null>(null)
  const closeKey = () => {
    onClose()
    // Only now: the dialog has said which product it was.
    if (keyDone !== null) onRegistered?.(keyDone)
  }
  return (
    <>
      {factor === 'security_key' ? (
        <SecurityKeyDialog
          words={words.securityKey}
          title={words.factors.keyTitle}
          text={words.factors.keyText}
          begin={() => beginKey.mutateAsync({ token })}
          finish={(name, response) =>
            finishKey
              .mutateAsync({ token, name, response })
              .then(({ authenticator }) => authenticator)
          }
          onRegistered={({ name }) => {
            onCount('security_key')
            setKeyDone(name)
          }}
          onClose={closeKey}
        />
      ) : null}
      {factor === 'totp' ? (
        <AuthenticatorAppDialog
          token={token}
          begin={beginApp}
          onRegistered={(name) => {
            onCount('totp')
            onClose()
            onRegistered?.(name)
          }}
          onClose={onClose}
        />
      ) : null}
      {factor === 'secret_code' ? (
        <SecretCodeDialog
          token={token}
          description={secretCode}
          onChosen={() => {
            onCount('secret_code')
            onClose()
            onCodeChosen?.()
          }}
          onClose={onClose}
        />
      ) : null}
    </>
  )
}
