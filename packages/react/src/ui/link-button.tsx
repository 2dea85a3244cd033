import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'
import { useRowTabIndex } from './row-focus.js'

/**
 * A button that reads as a link, for a small act inside a sentence. For a real place use
 * `<a className="rk-link">`.
 */
export const LinkButton = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'>>(
  function LinkButton({ className, tabIndex, ...props }, ref) {
    const rowTabIndex = useRowTabIndex()
    return (
      <button
        type="button"
        {...props}
        ref={ref}
        tabIndex={tabIndex ?? rowTabIndex}
        className={classes('rk-link', className)}
      />
    )
  },
)
