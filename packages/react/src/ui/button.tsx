import { forwardRef, useId, type ComponentPropsWithoutRef, type MouseEvent } from 'react'
import { classes } from './classes.js'
import { Icon, type IconName } from './icons.js'
import { useRowTabIndex } from './row-focus.js'
import { Spinner } from './spinner.js'
import { useTooltip, useTooltipAt, withHandlers, type TooltipOptions } from './tooltip.js'
import type { TooltipContent } from './tooltip-store.js'

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /**
   * One `primary` per view. `danger` is filled, so it belongs inside the dialog that destroys.
   * Default: `secondary`.
   */
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | undefined
  size?: 'medium' | 'small' | undefined
  icon?: IconName | undefined
  iconEnd?: IconName | undefined
  /** Something is under way: shows a spinner in the same width and ignores clicks. */
  busy?: boolean | undefined
  /**
   * Why it cannot be pressed now. It stays in the tab order, says the reason to everyone, and does
   * nothing.
   */
  disabledReason?: string | undefined
  tooltip?: TooltipContent | undefined
  tooltipSide?: TooltipOptions['side'] | undefined
}

/** A button. `type` is `button` unless told otherwise, so that none submits a form by accident. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  {
    variant = 'secondary',
    size,
    icon,
    iconEnd,
    busy = false,
    disabledReason,
    tooltip,
    tooltipSide,
    disabled,
    className,
    children,
    onClick,
    tabIndex,
    ...props
  },
  ref,
) {
  const reasonId = useId()
  const rowTabIndex = useRowTabIndex()
  const trigger = useTooltip(disabledReason ?? tooltip, { side: tooltipSide })
  const { show } = useTooltipAt()
  const refused = disabledReason !== undefined
  const iconOnly = children === undefined

  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (refused || busy) {
      event.preventDefault()
      event.stopPropagation()
      // A finger cannot hover, so the press itself tells why.
      if (refused) show(event.currentTarget, disabledReason)
      return
    }
    onClick?.(event)
  }

  return (
    <>
      <button
        type="button"
        aria-describedby={refused ? reasonId : undefined}
        aria-disabled={refused || busy || undefined}
        aria-busy={busy || undefined}
        disabled={disabled}
        {...props}
        {...withHandlers(props, trigger)}
        onClick={click}
        ref={ref}
        tabIndex={tabIndex ?? rowTabIndex}
        data-variant={variant}
        data-size={size}
        data-icon-only={iconOnly ? '' : undefined}
        data-state={busy ? 'busy' : refused || disabled ? 'disabled' : 'ready'}
        className={classes('rk-button', className)}
      >
        {icon && iconOnly && !busy ? <Icon name={icon} /> : null}
        {iconOnly ? null : (
          <span className="rk-button-content">
            {icon ? <Icon name={icon} /> : null}
            {children}
            {iconEnd ? <Icon name={iconEnd} /> : null}
          </span>
        )}
        {busy ? <Spinner /> : null}
      </button>
      {refused ? (
        <span id={reasonId} className="rk-hidden">
          {disabledReason}
        </span>
      ) : null}
    </>
  )
})
