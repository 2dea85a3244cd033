import { forwardRef, useEffect, useRef, type ComponentPropsWithoutRef } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { composeRefs } from './compose.js'
import { Icon } from './icons.js'
import { IconButton } from './icon-button.js'

export interface SearchInputProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'value'
> {
  value: string
  onValueChange: (value: string) => void
  /** What is searched: its accessible name. */
  label: string
  /** `/` pressed anywhere outside a text field comes here. Default: true. */
  slashFocuses?: boolean
}

/**
 * Filters as you type. `/` comes here, Escape clears and then leaves, the cross clears. The class
 * name goes to the frame.
 */
export const SearchInput = forwardRef<HTMLInputElement, SearchInputProps>(function SearchInput(
  { value, onValueChange, label, slashFocuses = true, className, ...props },
  ref,
) {
  const { ui } = useMessages()
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (!slashFocuses) return
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.defaultPrevented ||
        isTyping(event.target)
      )
        return
      // A modal above makes the page out of reach; `/` is not for us then.
      if (!input.current || input.current.closest('[aria-hidden="true"], [inert]')) return
      event.preventDefault()
      input.current.focus()
      input.current.select()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [slashFocuses])

  return (
    <span
      className={classes('rk-input-frame', 'rk-search', className)}
      data-state={value ? 'filled' : 'empty'}
    >
      <Icon name="search" />
      <input
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        aria-keyshortcuts={slashFocuses ? '/' : undefined}
        {...props}
        ref={composeRefs(input, ref)}
        type="search"
        aria-label={label}
        value={value}
        className="rk-input"
        onChange={(event) => {
          props.onChange?.(event)
          onValueChange(event.target.value)
        }}
        onKeyDown={(event) => {
          props.onKeyDown?.(event)
          if (event.defaultPrevented || event.key !== 'Escape') return
          if (value) {
            event.preventDefault()
            event.stopPropagation()
            onValueChange('')
          } else event.currentTarget.blur()
        }}
      />
      {value ? (
        <IconButton
          icon="close"
          label={ui.clearSearch}
          onClick={() => {
            onValueChange('')
            input.current?.focus()
          }}
        />
      ) : slashFocuses ? (
        <kbd aria-hidden="true" className="rk-kbd">
          /
        </kbd>
      ) : null}
    </span>
  )
})

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
