import * as Popover from '@radix-ui/react-popover'
import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import type { PanelProps } from './popover-button.js'
import { usePortalRoot } from './theme-root.js'

/**
 * A panel at its button. Arrow keys, Home and End move between its rows; Escape closes and the
 * focus is back at the button.
 */
export function PopoverPanel({
  anchor,
  label,
  onClose,
  children,
}: PanelProps & { label: string; children: ReactNode }) {
  const { container, attributes } = usePortalRoot()
  const virtualRef = useMemo(() => ({ current: anchor }), [anchor])
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={virtualRef} />
      <Popover.Portal container={container}>
        <div {...attributes}>
          <Popover.Content
            aria-label={label}
            className="rk-popover"
            align="start"
            sideOffset={4}
            collisionPadding={8}
            onKeyDown={moveBetweenRows}
            onInteractOutside={(event) => {
              // The button's own click closes; closing here too would open it again.
              if (event.target instanceof Node && anchor.contains(event.target))
                event.preventDefault()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              // After Escape and Tab the focus is inside or lost; after a press elsewhere it is
              // where the reader wants it.
              if (document.activeElement === document.body || document.activeElement === null)
                anchor.focus()
            }}
          >
            {children}
          </Popover.Content>
        </div>
      </Popover.Portal>
    </Popover.Root>
  )
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('.rk-input, .rk-option-row input'),
  ]
  const at = fields.indexOf(event.target as HTMLElement)
  const inText = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
  const next =
    event.key === 'ArrowDown'
      ? at + 1
      : event.key === 'ArrowUp'
        ? at - 1
        : inText
          ? undefined
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? fields.length - 1
              : undefined
  if (next === undefined || !fields[next]) return
  event.preventDefault()
  fields[next].focus()
}
