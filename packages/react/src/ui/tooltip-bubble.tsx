import * as Popper from '@radix-ui/react-popper'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import type { ShownTooltip, TooltipStore } from './tooltip-store.js'
import { useDirection, usePortalRoot } from './theme-root.js'

/** The bubble itself. Fetched on demand by tooltip.tsx. */
export function TooltipBubble({
  id,
  shown,
  store,
}: {
  id: string
  shown: ShownTooltip
  store: TooltipStore
}) {
  const { anchor, content, side, panel } = shown
  const direction = useDirection()
  const { container, attributes } = usePortalRoot()
  const virtualRef = useMemo(() => ({ current: anchor }), [anchor])

  useLayoutEffect(() => {
    const former = anchor.getAttribute('aria-describedby')
    // Something that carries its description always does not need it twice.
    if (former !== null) return
    anchor.setAttribute('aria-describedby', id)
    return () => {
      if (anchor.getAttribute('aria-describedby') === id) anchor.removeAttribute('aria-describedby')
    }
  }, [anchor, id])

  useEffect(() => {
    if (!panel) return
    anchor.setAttribute('aria-expanded', 'true')
    const closeOutside = (event: PointerEvent) => {
      if (
        event.target instanceof Node &&
        !anchor.contains(event.target) &&
        !document.getElementById(id)?.contains(event.target)
      )
        store.hide(anchor)
    }
    document.addEventListener('pointerdown', closeOutside, true)
    return () => {
      anchor.setAttribute('aria-expanded', 'false')
      document.removeEventListener('pointerdown', closeOutside, true)
    }
  }, [anchor, id, panel, store])

  // The anchor may leave the page while its tooltip shows, as a row does that no longer matches.
  useEffect(() => {
    const timer = setInterval(() => {
      if (!anchor.isConnected) store.hide(anchor)
    }, 250)
    return () => clearInterval(timer)
  }, [anchor, store])

  return createPortal(
    <div {...attributes}>
      <Popper.Root>
        <Popper.Anchor virtualRef={virtualRef} />
        <Popper.Content
          id={id}
          role="tooltip"
          className="rk-tooltip"
          data-panel={panel ? '' : undefined}
          dir={direction}
          side={physical(side, direction)}
          align={panel ? 'start' : 'center'}
          sideOffset={6}
          collisionPadding={8}
          onPointerEnter={store.keep}
          onPointerLeave={() => store.hideSoon(anchor)}
        >
          {typeof content === 'function' ? content() : content}
        </Popper.Content>
      </Popper.Root>
    </div>,
    container ?? document.body,
  )
}

export default TooltipBubble

function physical(side: ShownTooltip['side'], direction: 'ltr' | 'rtl') {
  if (side === 'top' || side === 'bottom') return side
  return (side === 'start') === (direction === 'ltr') ? 'left' : 'right'
}
