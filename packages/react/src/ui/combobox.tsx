import * as Popper from '@radix-ui/react-popper'
import {
  forwardRef,
  useId,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardedRef,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { ComboboxList, optionId } from './combobox-list.js'
import { composeHandlers, composeRefs } from './compose.js'
import { useFieldControl } from './field.js'
import { Icon } from './icons.js'
import { Spinner } from './spinner.js'
import {
  useComboboxOptions,
  type ComboboxOption,
  type LoadOptions,
} from './use-combobox-options.js'

export type { ComboboxOption } from './use-combobox-options.js'

export interface ComboboxProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'value' | 'defaultValue' | 'onSelect'
> {
  /** The chosen option, or nothing. */
  value: ComboboxOption | null
  onValueChange: (option: ComboboxOption | null) => void
  /** All there is to choose from; filtered here by label and detail. */
  options?: readonly ComboboxOption[] | undefined
  /** Asks for what matches, as the reader types. Former answers that arrive late are dropped. */
  load?: LoadOptions | undefined
  /** Default 150. */
  loadDelayMs?: number
}

/**
 * Chooses one by typing, after the APG's editable combobox with list autocomplete: arrows move,
 * Enter chooses, Escape closes and then clears, Tab leaves the choice as it was. Focus stays in the
 * input; the list is pointed at.
 */
export const Combobox = forwardRef<HTMLInputElement, ComboboxProps>(function Combobox(
  {
    value,
    onValueChange,
    options,
    load,
    loadDelayMs = 150,
    className,
    required,
    disabled = false,
    ...props
  },
  ref,
) {
  const { ui } = useMessages()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const control = useFieldControl({ ...props, required })
  const box = useCombobox({ value, onValueChange, options, load, loadDelayMs })
  const { open, found, active } = box
  const nothing = box.query?.trim() ? ui.combobox.noneFound : ui.combobox.empty
  const count = found.options.length
  return (
    <Popper.Root>
      <ComboboxInput
        {...props}
        {...control}
        inputRef={input}
        hostRef={ref}
        listId={listId}
        value={value}
        box={box}
        disabled={disabled}
        className={className}
      />
      <span aria-live="polite" className="rk-spoken">
        {open && found.state === 'ready' ? (count === 0 ? nothing : ui.combobox.found(count)) : ''}
      </span>
      {open ? (
        <ComboboxList
          id={listId}
          label={props['aria-label'] ?? ui.combobox.open}
          found={found}
          value={value}
          active={active}
          filtered={Boolean(box.query)}
          nothing={nothing}
          onActiveChange={box.setMoved}
          onChoose={box.choose}
          onDismiss={box.close}
          isInput={(target) => input.current?.parentElement?.contains(target) ?? false}
        />
      ) : null}
    </Popper.Root>
  )
})

/** The input with its spinner and the icon that opens the list. */
function ComboboxInput({
  inputRef,
  hostRef,
  listId,
  value,
  box,
  disabled,
  className,
  ...props
}: Omit<ComponentPropsWithoutRef<'input'>, 'value'> & {
  inputRef: RefObject<HTMLInputElement | null>
  hostRef: ForwardedRef<HTMLInputElement>
  listId: string
  value: ComboboxOption | null
  box: ReturnType<typeof useCombobox>
  disabled: boolean
}) {
  const { open, found, active } = box
  return (
    <Popper.Anchor asChild>
      <span
        className="rk-input-frame"
        data-state={disabled ? 'disabled' : open ? 'open' : 'closed'}
      >
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...props}
          ref={composeRefs(inputRef, hostRef)}
          disabled={disabled}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={
            open && found.options[active] ? optionId(listId, active) : undefined
          }
          value={box.query ?? value?.label ?? ''}
          className={classes('rk-input', className)}
          onKeyDown={composeHandlers(props.onKeyDown, (event) => !disabled && box.onKeyDown(event))}
          onClick={composeHandlers(props.onClick, () => !disabled && box.setOpen(true))}
          onFocus={(event) => {
            props.onFocus?.(event)
            event.currentTarget.select()
          }}
          onBlur={(event) => {
            props.onBlur?.(event)
            box.leave()
          }}
          onChange={(event) => {
            props.onChange?.(event)
            box.type(event.target.value)
          }}
        />
        {open && found.state === 'loading' ? <Spinner /> : null}
        <Icon
          name="chevron-down"
          data-opener
          onPointerDown={(event) => {
            event.preventDefault()
            inputRef.current?.focus()
            if (!disabled) box.setOpen(!open)
          }}
        />
      </span>
    </Popper.Anchor>
  )
}

/** What is typed, what is found for it, which option is pointed at, and what the keys do. */
function useCombobox({
  value,
  onValueChange,
  options,
  load,
  loadDelayMs,
}: Pick<ComboboxProps, 'value' | 'onValueChange' | 'options' | 'load'> & { loadDelayMs: number }) {
  const [open, setOpen] = useState(false)
  // What is being typed; null while the input shows the choice.
  const [query, setQuery] = useState<string | null>(null)
  // Where the reader has moved to; null while the list points by itself.
  const [moved, setMoved] = useState<number | null>(null)
  const found = useComboboxOptions({ open, query: query ?? '', options, load, loadDelayMs })
  const shown = found.options
  // Opened without typing, the list points at what is chosen; while typing, at the first that can
  // be.
  const start =
    query === null
      ? shown.findIndex((option) => option.value === value?.value)
      : shown.findIndex((option) => option.disabledReason === undefined)
  const active = Math.max(0, Math.min(moved ?? start, shown.length - 1))

  const close = () => {
    setOpen(false)
    setQuery(null)
    setMoved(null)
  }
  const choose = (option: ComboboxOption) => {
    if (option.disabledReason !== undefined) return
    onValueChange(option)
    close()
  }
  const type = (text: string) => {
    setQuery(text)
    setMoved(null)
    setOpen(true)
  }
  const leave = () => {
    // An emptied field means nothing is chosen; other half-typed text is no choice and goes.
    if (query === '' && value) onValueChange(null)
    close()
  }
  const move = (to: number) => {
    if (shown.length > 0) setMoved((to + shown.length) % shown.length)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // While an IME composes, the keys are its own.
    if (event.nativeEvent.isComposing) return
    const { key, altKey } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (!altKey) move(active + (key === 'ArrowDown' ? 1 : -1))
      else if (key === 'ArrowUp') close()
    } else if (open && (key === 'PageDown' || key === 'PageUp')) {
      event.preventDefault()
      setMoved(Math.max(0, Math.min(shown.length - 1, active + (key === 'PageDown' ? 8 : -8))))
    } else if (open && key === 'Enter') {
      // Chooses, and does not send the form around.
      event.preventDefault()
      const option = shown[active]
      if (option) choose(option)
    } else if (key === 'Escape' && (open || query)) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }
  return { open, query, found, active, setOpen, setMoved, close, choose, type, leave, onKeyDown }
}
