import { useEffect, useState, type CSSProperties } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import type { FacetPanelProps } from './facet.js'
import { PopoverPanel } from './popover-panel.js'

const searchableFrom = 9

/** The panel of a facet. Fetched on demand by facet.tsx. */
export function FacetPanel({
  label,
  options,
  chosen,
  onChosenChange,
  note,
  onShownChange,
  ...panel
}: FacetPanelProps) {
  const { ui } = useMessages()
  const [query, setQuery] = useState('')
  const sought = query.trim().toLowerCase()
  const shown = options.filter((option) => option.label.toLowerCase().includes(sought))
  const shownValues = shown.map(({ value }) => value).join('\n')
  useEffect(
    () => onShownChange?.(shownValues === '' ? [] : shownValues.split('\n')),
    [onShownChange, shownValues],
  )
  const toggle = (value: string) =>
    onChosenChange(
      chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
    )
  return (
    <PopoverPanel {...panel} label={label}>
      {options.length >= searchableFrom ? (
        <div className="rk-popover-search">
          <input
            type="text"
            autoComplete="off"
            spellCheck={false}
            aria-label={ui.facet.search(label)}
            placeholder={ui.facet.search(label)}
            value={query}
            className="rk-input"
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
      ) : null}
      <div role="group" aria-label={label} className="rk-popover-list">
        {shown.map(({ value, label: words, depth, count }) => (
          <label
            key={value}
            data-state={count?.value === 0 ? 'empty' : undefined}
            className="rk-option-row"
            style={depth && !sought ? ({ '--rk-depth': depth } as CSSProperties) : undefined}
          >
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              className="rk-check"
              onChange={() => toggle(value)}
            />
            <span className="rk-option-words">{words}</span>
            {count === undefined ? null : (
              <span className="rk-count">
                {count.exact ? ui.facet.count(count.value) : ui.pagination.atLeast(count.value)}
              </span>
            )}
          </label>
        ))}
        {shown.length === 0 ? <p className="rk-popover-note">{ui.facet.noneFound}</p> : null}
      </div>
      {note ? <p className="rk-popover-note">{note}</p> : null}
      {chosen.length > 0 ? (
        <div className="rk-popover-end">
          <Button variant="ghost" size="small" onClick={() => onChosenChange([])}>
            {ui.clear}
          </Button>
        </div>
      ) : null}
    </PopoverPanel>
  )
}

export default FacetPanel
