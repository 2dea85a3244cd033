import {
  Suspense,
  cloneElement,
  createContext,
  lazy,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
  useSyncExternalStore,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { preload } from './preload.js'
import { createTooltipStore, type TooltipContent, type TooltipStore } from './tooltip-store.js'

// A page of the table has some two hundred things with a tooltip. They share one bubble, whose code
// and positioning are fetched when the page is idle: a tooltip costs its trigger a few handlers and
// nothing else.
const loadBubble = () => import('./tooltip-bubble.js')
const TooltipBubble = lazy(loadBubble)

const TooltipContext = createContext<TooltipStore | null>(null)

/** Mounts the one bubble that all tooltips below it share. Part of `ThemeRoot`. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  const [store] = useState(createTooltipStore)
  useEffect(() => preload(loadBubble), [])
  return (
    <TooltipContext.Provider value={store}>
      {children}
      <OpenTooltip store={store} />
    </TooltipContext.Provider>
  )
}

function OpenTooltip({ store }: { store: TooltipStore }) {
  const id = useId()
  const shown = useSyncExternalStore(store.subscribe, store.current, () => null)
  if (!shown) return null
  return (
    <Suspense fallback={null}>
      <TooltipBubble id={id} shown={shown} store={store} />
    </Suspense>
  )
}

export interface TooltipOptions {
  side?: 'top' | 'bottom' | 'start' | 'end' | undefined
  /** A panel is wider, calmer, and opens by click and touch too. */
  panel?: boolean | undefined
}

/**
 * The handlers of an element that has a tooltip. `open` says whether it is this element's that
 * shows.
 */
export interface TooltipTrigger {
  onPointerEnter: (event: PointerEvent<HTMLElement>) => void
  onPointerLeave: (event: PointerEvent<HTMLElement>) => void
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onBlur: (event: FocusEvent<HTMLElement>) => void
  onClick: (event: MouseEvent<HTMLElement>) => void
}

/**
 * Gives any element a tooltip: on hover after a moment, on keyboard focus at once, gone with
 * Escape. The content may be a function, called only when it is shown. `undefined`: no tooltip.
 */
export function useTooltip(
  content: TooltipContent | undefined,
  { side = 'top', panel = false }: TooltipOptions = {},
): TooltipTrigger {
  const store = useContext(TooltipContext)
  return useMemo(() => {
    const show = (anchor: HTMLElement, when: 'soon' | 'now') => {
      if (content !== undefined && content !== null)
        store?.show({ anchor, content, side, panel }, when)
    }
    return {
      onPointerEnter: (event) => {
        if (event.pointerType !== 'touch') show(event.currentTarget, 'soon')
      },
      onPointerLeave: (event) => {
        if (event.pointerType !== 'touch') store?.hideSoon(event.currentTarget)
      },
      // A press is the start of something else; the label would stand in its way.
      onPointerDown: (event) => {
        if (!panel) store?.hide(event.currentTarget)
      },
      onFocus: (event) => {
        if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, 'now')
      },
      onBlur: (event) => store?.hide(event.currentTarget),
      onClick: (event) => {
        if (panel) show(event.currentTarget, 'now')
      },
    }
  }, [content, panel, side, store])
}

/** Shows a tooltip at an element at once, as when a greyed button is pressed; and hides it. */
export function useTooltipAt() {
  const store = useContext(TooltipContext)
  return {
    show: useCallback(
      (anchor: HTMLElement, content: ReactNode, options?: TooltipOptions) =>
        store?.show(
          { anchor, content, side: options?.side ?? 'top', panel: options?.panel ?? false },
          'now',
        ),
      [store],
    ),
    hide: useCallback((anchor: HTMLElement) => store?.hide(anchor), [store]),
  }
}

export interface TooltipProps extends TooltipOptions {
  content: TooltipContent | undefined
  /** The element it explains; it must take pointer and focus handlers. */
  children: ReactElement
}

/**
 * Adds a tooltip to its child, whose own handlers are called first. Renders no element of its own.
 */
export function Tooltip({ content, children, ...options }: TooltipProps) {
  const trigger = useTooltip(content, options)
  return cloneElement(children, withHandlers(children.props as Record<string, unknown>, trigger))
}

/** Lays the tooltip's handlers behind those that the props already have. */
export function withHandlers(props: object, trigger: TooltipTrigger): TooltipTrigger {
  const theirs = props as Partial<Record<keyof TooltipTrigger, (event: unknown) => void>>
  if (!Object.keys(trigger).some((name) => name in props)) return trigger
  const both = Object.entries(trigger).map(([name, ours]: [string, (event: never) => void]) => [
    name,
    (event: never) => {
      theirs[name as keyof TooltipTrigger]?.(event)
      ours(event)
    },
  ])
  return Object.fromEntries(both) as TooltipTrigger
}
