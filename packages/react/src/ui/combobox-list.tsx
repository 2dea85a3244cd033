import { DismissableLayer } from '@radix-ui/react-dismissable-layer'
import * as Popper from '@radix-ui/react-popper'
import { useEffect, useRef, type CSSProperties } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '../messages/messages-provider.js'
import { Icon } from './icons.js'
import { usePortalRoot } from './theme-root.js'
import type { ComboboxOption, FoundOptions } from './use-combobox-options.js'

interface ComboboxListProps {
  id: string
  label: string
  found: FoundOptions
  value: ComboboxOption | null
  /** The index of the option that the input points at. */
  active: number
  /** Whether the list is filtered by what was typed. */
  filtered: boolean
  /** Says that there is nothing to choose. */
  nothing: string
  onActiveChange: (index: number) => void
  onChoose: (option: ComboboxOption) => void
  onDismiss: () => void
  /** Whether an element belongs to the input, whose own press opens and closes. */
  isInput: (target: Node) => boolean
}

/** The list of a combobox, at its input, which keeps the focus. */
export function ComboboxList({
  id,
  label,
  found: { state, options },
  value,
  active,
  filtered,
  nothing,
  onActiveChange,
  onChoose,
  onDismiss,
  isInput,
}: ComboboxListProps) {
  const { ui } = useMessages()
  const { container, attributes } = usePortalRoot()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-highlighted]')?.scrollIntoView({ block: 'nearest' })
  }, [active, options])
  const notes = { ready: nothing, failed: ui.combobox.failed, loading: ui.loading }
  return createPortal(
    <div {...attributes}>
      <DismissableLayer
        asChild
        deferPointerDownOutside
        onDismiss={onDismiss}
        onInteractOutside={(event) => {
          if (event.target instanceof Node && isInput(event.target)) event.preventDefault()
        }}
      >
        <Popper.Content
          // The list is the popup; this is only its frame.
          role="presentation"
          className="rk-popover rk-combobox-list"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          // Pressing an option must not take the focus from the input.
          onMouseDown={(event) => event.preventDefault()}
        >
          <div ref={list} id={id} role="listbox" aria-label={label} className="rk-popover-list">
            {options.map((option, index) => (
              <Option
                key={option.value}
                id={optionId(id, index)}
                option={option}
                selected={option.value === value?.value}
                active={index === active}
                filtered={filtered}
                onActive={() => onActiveChange(index)}
                onChoose={onChoose}
              />
            ))}
          </div>
          {options.length === 0 ? <p className="rk-popover-note">{notes[state]}</p> : null}
        </Popper.Content>
      </DismissableLayer>
    </div>,
    container ?? document.body,
  )
}

/** The id of an option's element, for `aria-activedescendant`. */
export const optionId = (listId: string, index: number) => `${listId}${index}`

function Option({
  id,
  option,
  selected,
  active,
  filtered,
  onActive,
  onChoose,
}: {
  id: string
  option: ComboboxOption
  selected: boolean
  active: boolean
  filtered: boolean
  onActive: () => void
  onChoose: (option: ComboboxOption) => void
}) {
  const { label, detail, depth, disabledReason } = option
  const secondLine = disabledReason ?? detail
  return (
    // The keys are heard by the input, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-disabled={disabledReason !== undefined || undefined}
      data-highlighted={active ? '' : undefined}
      className="rk-option-row"
      style={depth && !filtered ? ({ '--rk-depth': depth } as CSSProperties) : undefined}
      onPointerMove={onActive}
      onClick={() => onChoose(option)}
    >
      <span className="rk-option-words">
        {label}
        {secondLine ? <span className="rk-option-detail">{secondLine}</span> : null}
      </span>
      {selected ? <Icon name="check" /> : null}
    </div>
  )
}
