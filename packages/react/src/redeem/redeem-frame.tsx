import { useEffect, useId, useRef, type ReactNode } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { Button } from '../ui/button.js'
import { Icon, type IconName } from '../ui/icons.js'

/** What {@link RedeemFrame} holds. */
export interface RedeemFrameProps {
  icon?: IconName | undefined
  tone?: 'success' | 'warning' | undefined
  title: string
  text?: ReactNode
  /** The page has taken another's place: the title takes the focus, so that it is read out. */
  arrives?: boolean
  children?: ReactNode
}

/** One calm column: a title, what it is about, and what to do. */
export function RedeemFrame({
  icon,
  tone,
  title,
  text,
  arrives = false,
  children,
}: RedeemFrameProps) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (arrives) heading.current?.focus()
  }, [arrives])
  return (
    <section aria-labelledby={id} className="rk-redeem">
      <header className="rk-redeem-head">
        {icon ? (
          <span data-tone={tone} className="rk-redeem-mark">
            <Icon name={icon} />
          </span>
        ) : null}
        <h1 ref={heading} id={id} tabIndex={-1} className="rk-redeem-title">
          {title}
        </h1>
        {text ? <div className="rk-redeem-text">{text}</div> : null}
      </header>
      {children}
    </section>
  )
}

/** The last page: what has been done, and the way on where the host has given one. */
export function RedeemEnd({
  icon = 'check',
  title,
  text,
  onGoOn,
}: {
  icon?: IconName
  title: string
  text: string
  onGoOn: (() => void) | undefined
}) {
  const words = useRedeemMessages()
  return (
    <RedeemFrame icon={icon} tone="success" title={title} text={text} arrives>
      {onGoOn ? (
        <Button variant="primary" className="rk-redeem-wide" onClick={onGoOn}>
          {words.signIn}
        </Button>
      ) : null}
    </RedeemFrame>
  )
}
