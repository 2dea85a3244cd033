import * as RadixToast from '@radix-ui/react-toast'
import { createPortal } from 'react-dom'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import { IconButton } from './icon-button.js'
import { Icon } from './icons.js'
import { useDirection, usePortalRoot } from './theme-root.js'
import type { QueuedToast } from './toast.js'

/** The toasts on screen. Fetched on demand by toast.tsx. */
export function ToastViewport({
  queue,
  onGone,
}: {
  queue: readonly QueuedToast[]
  onGone: (id: number) => void
}) {
  const { ui } = useMessages()
  const { container, attributes } = usePortalRoot()
  const direction = useDirection()
  return createPortal(
    <div {...attributes}>
      <RadixToast.Provider
        label={ui.notifications}
        swipeDirection={direction === 'ltr' ? 'right' : 'left'}
      >
        {queue.map(
          ({ id, text, tone = 'success', onUndo, durationMs = onUndo ? 10_000 : 6_000 }) => (
            <RadixToast.Root
              key={id}
              type="background"
              duration={durationMs}
              className="rk-toast"
              data-tone={tone}
              onOpenChange={(open) => !open && onGone(id)}
            >
              <Icon name={tone === 'danger' ? 'alert' : 'check'} />
              <RadixToast.Description className="rk-toast-text">{text}</RadixToast.Description>
              {onUndo ? (
                <RadixToast.Action asChild altText={ui.undo}>
                  <Button variant="ghost" size="small" onClick={onUndo}>
                    {ui.undo}
                  </Button>
                </RadixToast.Action>
              ) : null}
              <RadixToast.Close asChild>
                <IconButton size="small" icon="close" label={ui.dismiss} tooltip={null} />
              </RadixToast.Close>
            </RadixToast.Root>
          ),
        )}
        <RadixToast.Viewport className="rk-toasts" />
      </RadixToast.Provider>
    </div>,
    container ?? document.body,
  )
}

export default ToastViewport
