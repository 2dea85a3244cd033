import {
  Suspense,
  cloneElement,
  lazy,
  useCallback,
  useEffect,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from 'react'
import type { IconName } from './icons.js'
import { preload } from './preload.js'

// The menu's code is fetched when the page is idle; no list is built before somebody opens one.
const loadMenuContent = () => import('./menu-content.js')
const MenuContent = lazy(loadMenuContent)

/** One act in a menu. */
export interface MenuItem {
  id: string
  label: string
  icon?: IconName | undefined
  /** Destroys or locks out: red. The caller puts it last, behind a separator. */
  tone?: 'danger' | undefined
  /** A word at the end of the line. */
  note?: string | undefined
  /** Why it cannot be done now: greyed, still reachable, and says so. */
  disabledReason?: string | undefined
  onSelect: () => void
}

/** A line of a menu: an act, a rule between groups, or the name of a group. */
export type MenuEntry = MenuItem | 'separator' | { heading: string }

/** Where a menu opens: at an element, or at a point of the window. */
export type MenuAnchor = { element: HTMLElement; point?: { x: number; y: number } | undefined }

export interface MenuAtProps {
  /** Names the menu for screen readers. */
  label: string
  entries: readonly MenuEntry[]
  anchor: MenuAnchor
  /** Opened by a key: the first entry has the focus. */
  byKeyboard?: boolean | undefined
  /**
   * Closed without or with a choice; the focus is already back at the anchor's element, unless the
   * choice moved it.
   */
  onClose: () => void
}

/** A menu open at an element or a point. One of these serves a whole table. */
export function MenuAt(props: MenuAtProps) {
  return (
    <Suspense fallback={null}>
      <MenuContent {...props} />
    </Suspense>
  )
}

/** Fetches the menu's code ahead of its first use. */
export function usePreloadedMenu() {
  useEffect(() => preload(loadMenuContent), [])
}

export interface MenuProps {
  label: string
  entries: readonly MenuEntry[]
  /** The button that opens it; it must take a ref, `onClick`, `onKeyDown` and ARIA attributes. */
  children: ReactElement
}

/** A button with a menu. Renders its child and, while open, the menu. */
export function Menu({ label, entries, children }: MenuProps) {
  const [opened, setOpened] = useState<{ element: HTMLElement; byKeyboard: boolean } | null>(null)
  usePreloadedMenu()
  const close = useCallback(() => setOpened(null), [])
  const theirs = children.props as {
    onClick?: (event: MouseEvent<HTMLElement>) => void
    onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  }
  const trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': opened !== null,
    'data-state': opened ? 'open' : 'closed',
    onClick: (event: MouseEvent<HTMLElement>) => {
      theirs.onClick?.(event)
      if (!event.defaultPrevented)
        setOpened({ element: event.currentTarget, byKeyboard: event.detail === 0 })
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      theirs.onKeyDown?.(event)
      if (event.defaultPrevented || event.key !== 'ArrowDown') return
      event.preventDefault()
      setOpened({ element: event.currentTarget, byKeyboard: true })
    },
  }
  return (
    <>
      {cloneElement(children, trigger)}
      {opened ? (
        <MenuAt
          label={label}
          entries={entries}
          anchor={opened}
          byKeyboard={opened.byKeyboard}
          onClose={close}
        />
      ) : null}
    </>
  )
}
