import { DismissableLayerBranch } from '@radix-ui/react-dismissable-layer'
import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useMessages } from '../messages/messages-provider.js'
import { usePortalRoot } from './theme-root.js'
import { ToastCard } from './toast-card.js'
import type { QueuedToast } from './toast.js'
import { usePause } from './use-pause.js'

const hotkey = 'F8'

/**
 * The toasts on screen. F8 moves the focus to them. Fetched on demand by toast.tsx.
 *
 * Our own rather than Radix's toast, which weighs four times as much.
 */
export function ToastViewport({
  queue,
  onGone,
}: {
  queue: readonly QueuedToast[]
  onGone: (id: number) => void
}) {
  const { ui } = useMessages()
  const { container, attributes } = usePortalRoot()
  const list = useRef<HTMLOListElement>(null)
  const { paused, pauseProps } = usePause()
  useEffect(() => {
    const onKeyDown = ({ code }: KeyboardEvent) => {
      if (code === hotkey) list.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  const dismiss = (id: number) => {
    // The focus stays with the toasts when the one that had it goes.
    if (list.current?.contains(document.activeElement)) list.current.focus()
    onGone(id)
  }
  return createPortal(
    <div {...attributes}>
      <DismissableLayerBranch
        role="region"
        aria-label={`${ui.notifications} (${hotkey})`}
        tabIndex={-1}
        {...pauseProps}
      >
        <ol ref={list} tabIndex={-1} className="rk-toasts">
          {queue.map((toast) => (
            <ToastCard key={toast.id} toast={toast} paused={paused} onDismiss={dismiss} />
          ))}
        </ol>
      </DismissableLayerBranch>
    </div>,
    container ?? document.body,
  )
}

export default ToastViewport
