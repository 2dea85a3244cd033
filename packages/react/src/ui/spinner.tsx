import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'

/** A turning ring in the colour of the text. Decoration: what waits says so by `aria-busy`. */
export const Spinner = forwardRef<HTMLSpanElement, ComponentPropsWithoutRef<'span'>>(
  function Spinner({ className, ...props }, ref) {
    return (
      <span aria-hidden="true" {...props} ref={ref} className={classes('rk-spinner', className)} />
    )
  },
)
