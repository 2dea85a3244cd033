import * as RadixMenu from '@radix-ui/react-menu'
import { useEffect, useId, useRef, useState, type CSSProperties } from 'react'
import { Icon } from './icons.js'
import type { MenuAnchor, MenuAtProps, MenuItem } from './menu.js'
import { useDirection, usePortalRoot } from './theme-root.js'
import { useTooltipAt } from './tooltip.js'

/** The open menu. Fetched on demand by menu.tsx. */
export function MenuContent({ label, entries, anchor, byKeyboard = false, onClose }: MenuAtProps) {
  const direction = useDirection()
  const { container, attributes } = usePortalRoot()
  const [place] = useState(() => placeOf(anchor))
  const chosen = useRef<(() => void) | null>(null)
  const entered = useRef(false)
  const content = useRef<HTMLDivElement>(null)

  // Not modal: hiding the rest of the page from assistive technology while its controls keep their
  // tab stops is what axe calls an error. A backdrop takes the presses, and scrolling, which would
  // leave the menu behind, closes it.
  useEffect(() => {
    const onScroll = (event: Event) => {
      if (!(event.target instanceof Node && content.current?.contains(event.target))) onClose()
    }
    window.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => window.removeEventListener('scroll', onScroll, { capture: true })
  }, [onClose])

  return (
    <RadixMenu.Root open modal={false} dir={direction} onOpenChange={(open) => !open && onClose()}>
      <RadixMenu.Portal container={container}>
        <div {...attributes}>
          <div className="rk-backdrop" onContextMenu={(event) => event.preventDefault()} />
          {/* Stands where the opener stands, so that one menu can serve every row. */}
          <RadixMenu.Anchor asChild>
            <span aria-hidden="true" className="rk-anchor" style={place} />
          </RadixMenu.Anchor>
          <RadixMenu.Content
            ref={content}
            aria-label={label}
            className="rk-menu"
            align={anchor.point ? 'start' : 'end'}
            sideOffset={anchor.point ? 0 : 4}
            collisionPadding={8}
            loop
            onFocus={(event) => {
              // Radix has not seen the key that opened the menu, since its code may have come after
              // it.
              if (entered.current || !byKeyboard || event.target !== event.currentTarget) return
              entered.current = true
              event.currentTarget.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
            }}
            onCloseAutoFocus={(event) => {
              event.preventDefault()
              anchor.element.focus({ preventScroll: true })
              // After the focus is back, so that a dialog the choice opens knows where to return
              // it.
              chosen.current?.()
            }}
          >
            {entries.map((entry, index) => {
              if (entry === 'separator')
                return (
                  <RadixMenu.Separator key={`separator ${index}`} className="rk-menu-separator" />
                )
              if ('heading' in entry) {
                return (
                  <RadixMenu.Label key={entry.heading} className="rk-menu-label">
                    {entry.heading}
                  </RadixMenu.Label>
                )
              }
              return (
                <MenuLine
                  key={entry.id}
                  item={entry}
                  choose={() => (chosen.current = entry.onSelect)}
                />
              )
            })}
          </RadixMenu.Content>
        </div>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  )
}

export default MenuContent

function MenuLine({ item, choose }: { item: MenuItem; choose: () => void }) {
  const reasonId = useId()
  const { show, hide } = useTooltipAt()
  const { label, icon, tone, note, disabledReason } = item
  const refused = disabledReason !== undefined
  return (
    <RadixMenu.Item
      className="rk-menu-item"
      data-tone={refused ? undefined : tone}
      data-state={refused ? 'disabled' : 'ready'}
      // Not Radix's `disabled`, which takes the item out of reach and its reason with it.
      aria-disabled={refused || undefined}
      aria-describedby={refused ? reasonId : undefined}
      onSelect={(event) => {
        if (refused) event.preventDefault()
        else choose()
      }}
      onFocus={(event) => refused && show(event.currentTarget, disabledReason, { side: 'start' })}
      onBlur={(event) => refused && hide(event.currentTarget)}
    >
      {icon ? <Icon name={icon} /> : null}
      {label}
      {note ? <span className="rk-menu-note">{note}</span> : null}
      {refused ? (
        <span id={reasonId} className="rk-hidden">
          {disabledReason}
        </span>
      ) : null}
    </RadixMenu.Item>
  )
}

function placeOf({ element, point }: MenuAnchor): CSSProperties {
  if (point) return { left: point.x, top: point.y, width: 0, height: 0 }
  const { left, top, width, height } = element.getBoundingClientRect()
  return { left, top, width, height }
}
