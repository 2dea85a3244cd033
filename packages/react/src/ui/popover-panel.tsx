import { DismissableLayer } from '@radix-ui/react-dismissable-layer'
import { useFocusGuards } from '@radix-ui/react-focus-guards'
import { FocusScope } from '@radix-ui/react-focus-scope'
import * as Popper from '@radix-ui/react-popper'
import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
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
  useFocusGuards()
  return createPortal(
    <div {...attributes}>
      <Popper.Root>
        <Popper.Anchor virtualRef={virtualRef} />
        <FocusScope
          asChild
          loop
          onUnmountAutoFocus={(event) => {
            event.preventDefault()
            // After Escape and Tab the focus is inside or lost; after a press elsewhere it is
            // where the reader wants it.
            if (document.activeElement === document.body || document.activeElement === null)
              anchor.focus()
          }}
        >
          <DismissableLayer
            asChild
            deferPointerDownOutside
            onDismiss={onClose}
            onInteractOutside={(event) => {
              // The button's own click closes; closing here too would open it again.
              if (event.target instanceof Node && anchor.contains(event.target))
                event.preventDefault()
            }}
          >
            <Popper.Content
              role="dialog"
              aria-label={label}
              className="rk-popover"
              align="start"
              sideOffset={4}
              collisionPadding={8}
              onKeyDown={moveBetweenRows}
            >
              {children}
            </Popper.Content>
          </DismissableLayer>
        </FocusScope>
      </Popper.Root>
    </div>,
    container ?? document.body,
  )
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const fields = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('.rk-input, .rk-option-row input'),
  ]
  const at = fields.indexOf(event.target as HTMLElement)
  const inText = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
  const next = nextIndex(event.key, at, fields.length, inText)
  if (next === undefined || !fields[next]) return
  event.preventDefault()
  fields[next].focus()
}

function nextIndex(key: string, at: number, count: number, inText: boolean): number | undefined {
  if (key === 'ArrowDown') return at + 1
  if (key === 'ArrowUp') return at - 1
  // In text they move the caret.
  if (inText) return undefined
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
