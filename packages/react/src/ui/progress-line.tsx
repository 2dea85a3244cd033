import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'

export interface ProgressLineProps extends ComponentPropsWithoutRef<'div'> {
  active: boolean
}

/**
 * Two pixels along the top of what is being fetched; appears only when it takes a moment.
 * Decoration beside `aria-busy`.
 */
export const ProgressLine = forwardRef<HTMLDivElement, ProgressLineProps>(function ProgressLine(
  { active, className, ...props },
  ref,
) {
  return (
    <div
      aria-hidden="true"
      {...props}
      ref={ref}
      data-state={active ? 'on' : 'off'}
      className={classes('rk-progress', className)}
    />
  )
})
