import { forwardRef, useEffect, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { classes } from './classes.js'
import { composeRefs } from './compose.js'
import { useRowTabIndex } from './row-focus.js'

export interface CheckboxProps extends Omit<ComponentPropsWithoutRef<'input'>, 'type'> {
  /** Some of what it stands for is chosen. */
  indeterminate?: boolean | undefined
  /** Its words. Without them give it an `aria-label`, or wrap it in a label. */
  label?: ReactNode
  description?: ReactNode
}

/** A box to tick, with its words beside it. Props, ref and class name go to the input. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(
  { indeterminate = false, label, description, className, tabIndex, ...props },
  ref,
) {
  const own = useRef<HTMLInputElement>(null)
  const rowTabIndex = useRowTabIndex()
  useEffect(() => {
    if (own.current) own.current.indeterminate = indeterminate
  }, [indeterminate])
  const box = (
    <input
      {...props}
      tabIndex={tabIndex ?? rowTabIndex}
      type="checkbox"
      ref={composeRefs(own, ref)}
      className={classes('rk-check', className)}
    />
  )
  if (label === undefined) return box
  return (
    <Choice label={label} description={description}>
      {box}
    </Choice>
  )
})

/**
 * A control with its words beside it, all of it one target. Holds a checkbox, a radio or a switch.
 */
export function Choice({
  label,
  description,
  card = false,
  children,
}: {
  label: ReactNode
  description?: ReactNode
  card?: boolean
  children: ReactNode
}) {
  return (
    <label className="rk-choice" data-card={card ? '' : undefined}>
      {children}
      <span className="rk-choice-words">
        <span className="rk-choice-label" data-strong={card ? '' : undefined}>
          {label}
        </span>
        {description ? <span className="rk-choice-description">{description}</span> : null}
      </span>
    </label>
  )
}
