import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { classes } from './classes.js'

/**
 * One line above a list: search, facets, "Clear"; then `ToolbarEnd`. Wraps when there is no room.
 */
export const Toolbar = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function Toolbar(
  { className, ...props },
  ref,
) {
  return <div role="group" {...props} ref={ref} className={classes('rk-toolbar', className)} />
})

/** The end of a toolbar: the columns menu and the one primary button. */
export const ToolbarEnd = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(
  function ToolbarEnd({ className, ...props }, ref) {
    return <div {...props} ref={ref} className={classes('rk-toolbar-end', className)} />
  },
)
