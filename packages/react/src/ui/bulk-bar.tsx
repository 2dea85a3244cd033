import { forwardRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { LinkButton } from './link-button.js'
import { Toolbar, ToolbarEnd } from './toolbar.js'

export interface BulkBarProps extends ComponentPropsWithoutRef<'div'> {
  selectedCount: number
  /**
   * Stands after the count: the offer to select everything that matches, or how far that has come.
   */
  more?: ReactNode
  onClear: () => void
}

/** Stands in the toolbar's place while rows are selected. Its children are the acts. */
export const BulkBar = forwardRef<HTMLDivElement, BulkBarProps>(function BulkBar(
  { selectedCount, more, onClear, className, children, ...props },
  ref,
) {
  const { bulk } = useMessages().ui
  return (
    <Toolbar
      aria-label={bulk.selected(selectedCount)}
      {...props}
      ref={ref}
      className={classes('rk-bulk', className)}
    >
      <span aria-live="polite" className="rk-bulk-count">
        {bulk.selected(selectedCount)}
      </span>
      {more}
      <LinkButton onClick={onClear}>{bulk.clear}</LinkButton>
      <ToolbarEnd>{children}</ToolbarEnd>
    </Toolbar>
  )
})
