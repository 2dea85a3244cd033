import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import { classes } from './classes.js'
import { LinkButton } from './link-button.js'

/** One line above a list: search, facets, "Clear"; then `ToolbarEnd`. Wraps when there is no room. */
export const Toolbar = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function Toolbar({ className, ...props }, ref) {
  return <div role="group" {...props} ref={ref} className={classes('rk-toolbar', className)} />
})

/** The end of a toolbar: the columns menu and the one primary button. */
export const ToolbarEnd = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function ToolbarEnd({ className, ...props }, ref) {
  return <div {...props} ref={ref} className={classes('rk-toolbar-end', className)} />
})

export interface BulkBarProps extends ComponentPropsWithoutRef<'div'> {
  selectedCount: number
  /** How many match the filter, to offer them all; left out when they are all selected. */
  matchingCount?: number | undefined
  onSelectMatching?: (() => void) | undefined
  onClear: () => void
}

/** Stands in the toolbar's place while rows are selected. Its children are the acts. */
export const BulkBar = forwardRef<HTMLDivElement, BulkBarProps>(function BulkBar({ selectedCount, matchingCount, onSelectMatching, onClear, className, children, ...props }, ref) {
  const { ui } = useMessages()
  return (
    <div role="group" aria-label={ui.bulk.selected(selectedCount)} {...props} ref={ref} className={classes('rk-toolbar rk-bulk', className)}>
      <span aria-live="polite" className="rk-bulk-count">
        {ui.bulk.selected(selectedCount)}
      </span>
      {matchingCount !== undefined && onSelectMatching ? <LinkButton onClick={onSelectMatching}>{ui.bulk.selectMatching(matchingCount)}</LinkButton> : null}
      <div className="rk-toolbar-end">
        {children}
        <Button variant="ghost" onClick={onClear}>
          {ui.bulk.clear}
        </Button>
      </div>
    </div>
  )
})
