import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import type { Tone } from './badge.js'
import { Button } from './button.js'
import { classes } from './classes.js'
import { IconButton } from './icon-button.js'
import { Icon, type IconName } from './icons.js'
import { useCopy } from './use-copy.js'

export interface CalloutProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  tone?: Tone | undefined
  icon?: IconName | undefined
  /** What happened, or what to know. */
  title: ReactNode
  /** Shows "Try again". */
  onRetry?: (() => void) | undefined
  retrying?: boolean | undefined
  /** What support will ask for; can be copied. */
  requestId?: string | undefined
  actions?: ReactNode
}

/**
 * A notice in the flow of the page: what happened, what to do (its children), and the means to do
 * it. For a refusal pass `role="alert"`.
 */
export const Callout = forwardRef<HTMLDivElement, CalloutProps>(function Callout(
  {
    tone = 'neutral',
    icon,
    title,
    onRetry,
    retrying = false,
    requestId,
    actions,
    className,
    children,
    ...props
  },
  ref,
) {
  const { ui } = useMessages()
  const { state, copy } = useCopy()
  const urgent = tone === 'danger' || tone === 'warning'
  return (
    <div {...props} ref={ref} data-tone={tone} className={classes('rk-callout', className)}>
      <Icon name={icon ?? (tone === 'success' ? 'check' : urgent ? 'alert' : 'info')} />
      <div className="rk-callout-main">
        <p className="rk-callout-title">{title}</p>
        {children ? <div className="rk-callout-text">{children}</div> : null}
        {onRetry || requestId || actions ? (
          <div className="rk-callout-actions">
            {onRetry ? (
              <Button size="small" icon="refresh" busy={retrying} onClick={onRetry}>
                {ui.tryAgain}
              </Button>
            ) : null}
            {actions}
            {requestId ? (
              <span className="rk-request-id">
                {ui.requestId}
                <code className="rk-code">{requestId}</code>
                <IconButton
                  size="small"
                  icon={state === 'copied' ? 'check' : 'copy'}
                  label={state === 'copied' ? ui.copied : ui.copyRequestId}
                  onClick={() => void copy(requestId)}
                />
              </span>
            ) : null}
          </div>
        ) : null}
      </div>
    </div>
  )
})
