import { forwardRef, lazy, useEffect, type ComponentType, type ReactNode } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button, type ButtonProps } from './button.js'
import { classes } from './classes.js'
import { PopoverButton, type PanelProps } from './popover-button.js'
import { preload } from './preload.js'

const loadPanel = () => import('./facet-panel.js')
const FacetPanel = lazy(loadPanel)
const plain = (panel: FacetPanelProps) => <FacetPanel {...panel} />

/** A value by which to filter. */
export interface FacetOption {
  value: string
  label: string
  /** How deep it lies among the others; indents it while nothing is searched. */
  depth?: number | undefined
  /** How many rows have it; left out when unknown. */
  count?: { readonly value: number; readonly exact: boolean } | undefined
}

/** What a facet's panel takes beside its place. */
export interface FacetPanelProps extends PanelProps {
  label: string
  options: readonly FacetOption[]
  chosen: readonly string[]
  onChosenChange: (chosen: string[]) => void
  /** What the values mean, under them. */
  note?: string | undefined
  /** Told which values a search in the panel has left. */
  onShownChange?: ((values: readonly string[]) => void) | undefined
}

export interface FacetProps extends Omit<ButtonProps, 'value' | 'onChange' | 'children'> {
  /** What it filters by: "Status". */
  label: string
  options: readonly FacetOption[]
  chosen: readonly string[]
  onChosenChange: (chosen: string[]) => void
  /** Draws the panel in another way, such as with counts. */
  panel?: ((panel: FacetPanelProps, Panel: ComponentType<FacetPanelProps>) => ReactNode) | undefined
}

/**
 * A filter in the toolbar: a button that shows its choice, and a panel to tick values in. Past
 * eight values it can be searched.
 */
export const Facet = forwardRef<HTMLButtonElement, FacetProps>(function Facet(
  { label, options, chosen, onChosenChange, panel = plain, className, ...props },
  ref,
) {
  const { ui } = useMessages()
  useEffect(() => preload(loadPanel), [])
  const only =
    chosen.length === 1
      ? (options.find(({ value }) => value === chosen[0])?.label ?? chosen[0])
      : undefined
  return (
    <PopoverButton
      render={(place) => panel({ ...place, label, options, chosen, onChosenChange }, FacetPanel)}
    >
      <Button
        iconEnd="chevron-down"
        {...props}
        ref={ref}
        data-chosen={chosen.length > 0 ? '' : undefined}
        className={classes('rk-facet', className)}
      >
        {label}
        {chosen.length > 0 ? (
          <span className="rk-facet-choice">{only ?? ui.facet.chosen(chosen.length)}</span>
        ) : null}
      </Button>
    </PopoverButton>
  )
})
