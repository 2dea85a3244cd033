import { Suspense, createContext, lazy, useContext, useMemo, useState, type ReactNode } from 'react'
import { preload } from './preload.js'

// Nothing has been done yet when the page opens, so the code that tells of it comes later.
const loadToasts = () => import('./toast-viewport.js')
const ToastViewport = lazy(loadToasts)

/** What was done, and the way to undo it. */
export interface ToastMessage {
  /** "Ada Lovelace is locked." */
  text: ReactNode
  tone?: 'success' | 'danger' | undefined
  /** Shows "Undo"; the toast goes when it is pressed. */
  onUndo?: (() => void) | undefined
  /**
   * Default 6,000, or 10,000 with "Undo". It stops counting while the pointer or the focus is on
   * it.
   */
  durationMs?: number | undefined
}

/** A toast on its way. */
export interface QueuedToast extends ToastMessage {
  id: number
}

/** Tells what was done. */
export interface Toasts {
  /** Returns the way to take it back. */
  show: (toast: ToastMessage) => () => void
}

const ToastContext = createContext<Toasts | null>(null)
let nextId = 1
const shownAtOnce = 3

/** Mounts the place where toasts appear. Part of `ThemeRoot`. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<readonly QueuedToast[] | null>(null)
  const toasts = useMemo<Toasts>(
    () => ({
      show: (toast) => {
        const id = nextId++
        setQueue((former) => [...(former ?? []), { ...toast, id }].slice(-shownAtOnce))
        return () => setQueue((former) => former && former.filter((other) => other.id !== id))
      },
    }),
    [],
  )
  return (
    <ToastContext.Provider value={toasts}>
      {children}
      {queue ? (
        <Suspense fallback={null}>
          <ToastViewport
            queue={queue}
            onGone={(id) =>
              setQueue((former) => former && former.filter((other) => other.id !== id))
            }
          />
        </Suspense>
      ) : null}
    </ToastContext.Provider>
  )
}

/** Fetches the toasts' code ahead of the first. */
export const preloadToasts = () => preload(loadToasts)

/** Tells what was done, politely, at the corner of the screen. Needs a `ThemeRoot` above. */
export function useToast(): Toasts {
  const toasts = useContext(ToastContext)
  if (!toasts) throw new Error('useToast needs a ThemeRoot (or RosterProvider) above it.')
  return toasts
}
