import type { ReactNode } from 'react'

/** What a tooltip says; as a function it is asked only when it shows. */
export type TooltipContent = ReactNode | (() => ReactNode)

/** The tooltip on screen. */
export interface ShownTooltip {
  anchor: HTMLElement
  content: TooltipContent
  side: 'top' | 'bottom' | 'start' | 'end'
  panel: boolean
}

/** Decides which of all the tooltips below one root is on screen, and when. */
export interface TooltipStore {
  current: () => ShownTooltip | null
  subscribe: (listener: () => void) => () => void
  show: (tooltip: ShownTooltip, when: 'soon' | 'now') => void
  hide: (anchor: HTMLElement) => void
  /** Leaves time to move the pointer into the bubble (WCAG 1.4.13). */
  hideSoon: (anchor: HTMLElement) => void
  /** The pointer is in the bubble: it stays. */
  keep: () => void
}

const openDelayMs = 400
const closeDelayMs = 120
/** Within this time of the last one, the next opens at once: the viewer is reading tooltips. */
const readingMs = 400

/** A store for one root. Timers run only between a pointer's arrival and its leaving. */
export function createTooltipStore(): TooltipStore {
  let shown: ShownTooltip | null = null
  let awaited: HTMLElement | null = null
  let hiddenAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  const set = (next: ShownTooltip | null) => {
    clearTimeout(timer)
    awaited = null
    if (shown && !next) hiddenAt = performance.now()
    if (shown === next) return
    shown = next
    if (next) window.addEventListener('keydown', onKeyDown, true)
    else window.removeEventListener('keydown', onKeyDown, true)
    for (const listener of listeners) listener()
  }

  // On the window, in the capturing phase: before a dialog below it hears the same Escape.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    set(null)
  }

  return {
    current: () => shown,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) set(null)
      }
    },
    show: (tooltip, when) => {
      clearTimeout(timer)
      if (shown?.anchor === tooltip.anchor && shown.content === tooltip.content) return
      const reading = shown !== null || performance.now() - hiddenAt < readingMs
      if (when === 'now' || reading) return set(tooltip)
      awaited = tooltip.anchor
      timer = setTimeout(() => set(tooltip), openDelayMs)
    },
    hide: (anchor) => {
      if (shown?.anchor === anchor || awaited === anchor) set(null)
    },
    hideSoon: (anchor) => {
      if (awaited === anchor) return set(null)
      if (shown?.anchor !== anchor) return
      clearTimeout(timer)
      timer = setTimeout(() => set(null), closeDelayMs)
    },
    keep: () => clearTimeout(timer),
  }
}
