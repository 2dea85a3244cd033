import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import { IconButton } from './icon-button.js'
import { Icon } from './icons.js'
import { useDirection } from './theme-root.js'
import type { QueuedToast } from './toast.js'

const swipeDistance = 50
const announcedForMs = 1_000

/** One toast: what was done, "Undo" where that is possible, and a button that dismisses it. */
export function ToastCard({
  toast: { id, text, tone = 'success', onUndo, durationMs = onUndo ? 10_000 : 6_000 },
  paused,
  onDismiss,
}: {
  toast: QueuedToast
  paused: boolean
  onDismiss: (id: number) => void
}) {
  const { ui } = useMessages()
  const swipe = useSwipe(() => onDismiss(id))
  useCountdown(durationMs, paused, () => onDismiss(id))
  return (
    // Focusable, so that F8 and Tab reach each toast; Escape dismisses the one that has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="rk-toast"
      data-tone={tone}
      onKeyDown={(event) => event.key === 'Escape' && onDismiss(id)}
      {...swipe}
    >
      <Icon name={tone === 'danger' ? 'alert' : 'check'} />
      <div className="rk-toast-text">{text}</div>
      {onUndo ? (
        <Button
          variant="ghost"
          size="small"
          onClick={() => {
            onUndo()
            onDismiss(id)
          }}
        >
          {ui.undo}
        </Button>
      ) : null}
      <IconButton
        size="small"
        icon="close"
        label={ui.dismiss}
        tooltip={null}
        onClick={() => onDismiss(id)}
      />
      <Announcement>{text}</Announcement>
    </li>
  )
}

/**
 * Says the toast to screen readers. A live region is only read when its content changes, so the
 * words come a moment after the region; it goes again so that nobody reads them twice.
 */
function Announcement({ children }: { children: ReactNode }) {
  const [phase, setPhase] = useState<'empty' | 'spoken' | 'gone'>('empty')
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPhase('spoken'))
    const timer = setTimeout(() => setPhase('gone'), announcedForMs)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return phase === 'gone' ? null : (
    <span role="status" aria-live="polite" className="rk-spoken">
      {phase === 'spoken' ? children : null}
    </span>
  )
}

/** Calls back when so much time has passed outside of pauses. */
function useCountdown(durationMs: number, paused: boolean, onEnd: () => void) {
  const left = useRef(durationMs)
  const end = useRef(onEnd)
  useEffect(() => void (end.current = onEnd))
  useEffect(() => {
    if (paused) return
    const startedAt = Date.now()
    const timer = setTimeout(() => end.current(), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= Date.now() - startedAt
    }
  }, [paused])
}

/** Calls back when the toast is swiped towards the edge of the screen that it came from. */
function useSwipe(onSwiped: () => void) {
  const outward = useDirection() === 'ltr' ? 1 : -1
  const startX = useRef<number | null>(null)
  return {
    onPointerDown: ({ button, clientX }: PointerEvent) => {
      startX.current = button === 0 ? clientX : null
    },
    onPointerUp: ({ clientX }: PointerEvent) => {
      const distance = startX.current === null ? 0 : (clientX - startX.current) * outward
      startX.current = null
      if (distance > swipeDistance) onSwiped()
    },
  }
}
