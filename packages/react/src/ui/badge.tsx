import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'
import { Icon, type IconName } from './icons.js'

/** What a state means to the reader, told by colour besides the word and the dot or icon. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger'

export interface BadgeProps extends ComponentPropsWithoutRef<'span'> {
  /**
   * `plain` has no ground: for the ordinary state, so that the others stand out. Default:
   * `neutral`.
   */
  tone?: Tone | 'plain' | undefined
  /** A picture instead of the dot. */
  icon?: IconName | undefined
  /** `ring` is a hollow dot, for what has not begun. `none` for a mere tag. Default: `full`. */
  dot?: 'full' | 'ring' | 'none' | undefined
}

/** A state in a word, with a dot or a picture: never by colour alone. */
export const Badge = forwardRef<HTMLSpanElement, BadgeProps>(function Badge(
  { tone = 'neutral', icon, dot = 'full', className, children, ...props },
  ref,
) {
  return (
    <span
      {...props}
      ref={ref}
      data-tone={tone}
      data-dot={icon || dot === 'none' ? undefined : dot}
      className={classes('rk-badge', className)}
    >
      {icon ? <Icon name={icon} /> : null}
      {/* A longer word than the column has room for can still be read. */}
      <span title={typeof children === 'string' ? children : undefined} className="rk-badge-word">
        {children}
      </span>
    </span>
  )
})
