import * as Popover from '@radix-ui/react-popover'
import {
  forwardRef,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type ComponentPropsWithoutRef,
  type CSSProperties,
  type KeyboardEvent,
} from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { composeRefs } from './compose.js'
import { useFieldControl } from './field.js'
import { Icon } from './icons.js'
import { Spinner } from './spinner.js'
import { usePortalRoot } from './theme-root.js'

/** Something to choose. */
export interface ComboboxOption {
  value: string
  label: string
  /** A second line: a path, an e-mail address. */
  detail?: string | undefined
  /** Depth in a tree, from 0: indents it while the list is not filtered. */
  depth?: number | undefined
  /** Why it cannot be chosen; stands in place of the detail. */
  disabledReason?: string | undefined
}

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
  load?: ((query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>) | undefined
  /** Default 150. */
  loadDelayMs?: number
}

type Loaded = { state: 'ready' | 'loading' | 'failed'; options: readonly ComboboxOption[] }

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
    disabled,
    ...props
  },
  ref,
) {
  const { ui } = useMessages()
  const { container, attributes } = usePortalRoot()
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  // What is being typed; null while the input shows the choice.
  const [query, setQuery] = useState<string | null>(null)
  // Where the reader has moved to; null while the list points by itself.
  const [moved, setMoved] = useState<number | null>(null)
  const control = useFieldControl({ ...props, required })
  const found = useOptions({ open, query: query ?? '', options, load, loadDelayMs })
  const shown = found.options
  // Opened without typing, the list points at what is chosen; while typing, at the first that can
  // be.
  const start =
    query === null
      ? shown.findIndex((option) => option.value === value?.value)
      : shown.findIndex((option) => option.disabledReason === undefined)
  const active = Math.max(0, Math.min(moved ?? start, shown.length - 1))
  const activeOption = open ? shown[active] : undefined
  const nothing = query?.trim() ? ui.combobox.noneFound : ui.combobox.empty
  const optionId = (index: number) => `${listId}${index}`

  useEffect(() => {
    if (open)
      list.current?.querySelector('[data-highlighted]')?.scrollIntoView({ block: 'nearest' })
  }, [active, open, shown])

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
  const move = (to: number) => {
    if (shown.length > 0) setMoved((to + shown.length) % shown.length)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    props.onKeyDown?.(event)
    // While an IME composes, the keys are its own.
    if (event.defaultPrevented || event.nativeEvent.isComposing || disabled) return
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
      if (activeOption) choose(activeOption)
    } else if (key === 'Escape' && (open || query)) {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
  }

  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? setOpen(true) : close())}>
      <Popover.Anchor asChild>
        <span
          className="rk-input-frame"
          data-state={disabled ? 'disabled' : open ? 'open' : 'closed'}
        >
          <input
            type="text"
            autoComplete="off"
            spellCheck={false}
            {...props}
            {...control}
            ref={composeRefs(input, ref)}
            disabled={disabled}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-activedescendant={activeOption ? optionId(active) : undefined}
            value={query ?? value?.label ?? ''}
            className={classes('rk-input', className)}
            onKeyDown={onKeyDown}
            onClick={(event) => {
              props.onClick?.(event)
              if (!event.defaultPrevented && !disabled) setOpen(true)
            }}
            onFocus={(event) => {
              props.onFocus?.(event)
              event.currentTarget.select()
            }}
            onBlur={(event) => {
              props.onBlur?.(event)
              // An emptied field means nothing is chosen; other half-typed text is no choice and
              // goes.
              if (query === '' && value) onValueChange(null)
              close()
            }}
            onChange={(event) => {
              props.onChange?.(event)
              setQuery(event.target.value)
              setMoved(null)
              setOpen(true)
            }}
          />
          {open && found.state === 'loading' ? <Spinner /> : null}
          <Icon
            name="chevron-down"
            data-opener
            onPointerDown={(event) => {
              event.preventDefault()
              input.current?.focus()
              if (!disabled) setOpen(!open)
            }}
          />
        </span>
      </Popover.Anchor>
      <span aria-live="polite" className="rk-spoken">
        {open && found.state === 'ready'
          ? shown.length === 0
            ? nothing
            : ui.combobox.found(shown.length)
          : ''}
      </span>
      <Popover.Portal container={container}>
        <div {...attributes}>
          <Popover.Content
            // The list is the popup; this is only its frame.
            role="presentation"
            aria-label={undefined}
            className="rk-popover rk-combobox-list"
            align="start"
            sideOffset={4}
            collisionPadding={8}
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
            onInteractOutside={(event) => {
              if (
                event.target instanceof Node &&
                input.current?.parentElement?.contains(event.target)
              )
                event.preventDefault()
            }}
            // Pressing an option must not take the focus from the input.
            onMouseDown={(event) => event.preventDefault()}
          >
            <div
              ref={list}
              id={listId}
              role="listbox"
              aria-label={props['aria-label'] ?? ui.combobox.open}
              className="rk-popover-list"
            >
              {shown.map((option, index) => (
                // The keys are heard by the input, which keeps the focus.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                <div
                  key={option.value}
                  id={optionId(index)}
                  role="option"
                  aria-selected={option.value === value?.value}
                  aria-disabled={option.disabledReason !== undefined || undefined}
                  data-highlighted={index === active ? '' : undefined}
                  className="rk-option-row"
                  style={
                    option.depth && !query
                      ? ({ '--rk-depth': option.depth } as CSSProperties)
                      : undefined
                  }
                  onPointerMove={() => setMoved(index)}
                  onClick={() => choose(option)}
                >
                  <span className="rk-option-words">
                    {option.label}
                    {(option.disabledReason ?? option.detail) ? (
                      <span className="rk-option-detail">
                        {option.disabledReason ?? option.detail}
                      </span>
                    ) : null}
                  </span>
                  {option.value === value?.value ? <Icon name="check" /> : null}
                </div>
              ))}
            </div>
            {shown.length === 0 && found.state !== 'loading' ? (
              <p className="rk-popover-note">
                {found.state === 'failed' ? ui.combobox.failed : nothing}
              </p>
            ) : null}
            {shown.length === 0 && found.state === 'loading' ? (
              <p className="rk-popover-note">{ui.loading}</p>
            ) : null}
          </Popover.Content>
        </div>
      </Popover.Portal>
    </Popover.Root>
  )
})

const none: readonly ComboboxOption[] = []
type Answer = { query: string; options: readonly ComboboxOption[]; failed: boolean }

function useOptions({
  open,
  query,
  options,
  load,
  loadDelayMs,
}: {
  open: boolean
  query: string
  options: ComboboxProps['options']
  load: ComboboxProps['load']
  loadDelayMs: number
}): Loaded {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const loader = useRef(load)
  const asynchronous = load !== undefined

  useEffect(() => {
    loader.current = load
  }, [load])

  useEffect(() => {
    if (!open || !asynchronous) return
    const controller = new AbortController()
    const ask = async () => {
      const asked = Promise.resolve().then(() => loader.current?.(query, controller.signal) ?? none)
      const answered = await asked.then(
        (found) => ({ query, options: found, failed: false }),
        () => ({ query, options: none, failed: true }),
      )
      if (!controller.signal.aborted) setAnswer(answered)
    }
    const timer = setTimeout(() => void ask(), query === '' ? 0 : loadDelayMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asynchronous, loadDelayMs, open, query])

  const filtered = useMemo(() => {
    const sought = fold(query)
    return (options ?? none).filter(
      ({ label, detail }) =>
        fold(label).includes(sought) || (detail !== undefined && fold(detail).includes(sought)),
    )
  }, [options, query])

  if (!asynchronous) return { state: 'ready', options: filtered }
  // Until the new answer is there the former one stands.
  return {
    state: answer?.query !== query ? 'loading' : answer.failed ? 'failed' : 'ready',
    options: answer?.options ?? none,
  }
}

// "lukasz" finds Łukasz: letters without their accents, and the few that do not decompose.
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .trim()
