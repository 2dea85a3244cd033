import { forwardRef, lazy, useEffect } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button, type ButtonProps } from './button.js'
import { classes } from './classes.js'
import { PopoverButton } from './popover-button.js'
import { preload } from './preload.js'

const loadPanel = () => import('./facet-panel.js')
const FacetPanel = lazy(loadPanel)

/** A value by which to filter. */
export interface FacetOption {
  value: string
  label: string
  /** How many rows have it; left out when unknown. */
  count?: number | undefined
}

export interface FacetProps extends Omit<ButtonProps, 'value' | 'onChange' | 'children'> {
  /** What it filters by: "Status". */
  label: string
  options: readonly FacetOption[]
  chosen: readonly string[]
  onChosenChange: (chosen: string[]) => void
}

/** A filter in the toolbar: a button that shows its choice, and a panel to tick values in. Past eight values it can be searched. */
export const Facet = forwardRef<HTMLButtonElement, FacetProps>(function Facet({ label, options, chosen, onChosenChange, className, ...props }, ref) {
  const { ui } = useMessages()
  useEffect(() => preload(loadPanel), [])
  const only = chosen.length === 1 ? (options.find(({ value }) => value === chosen[0])?.label ?? chosen[0]) : undefined
  return (
    <PopoverButton render={(panel) => <FacetPanel {...panel} label={label} options={options} chosen={chosen} onChosenChange={onChosenChange} />}>
      <Button iconEnd="chevron-down" {...props} ref={ref} data-chosen={chosen.length > 0 ? '' : undefined} className={classes('rk-facet', className)}>
        {label}
        {chosen.length > 0 ? <span className="rk-facet-choice">{only ?? ui.facet.chosen(chosen.length)}</span> : null}
      </Button>
    </PopoverButton>
  )
})
