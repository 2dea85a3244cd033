import type { KeyboardEvent, MouseEvent } from 'react'
import type { MenuAnchor } from './menu.js'
import { closestRow, controlsOf, rowsInView } from './row-elements.js'
import { useDirection } from './theme-root.js'
import type { useRangeSelection } from './use-range-selection.js'
import type { useRowFocus } from './use-row-focus.js'

interface TableEvents {
  ids: readonly string[]
  frame: { readonly current: HTMLElement | null }
  focus: ReturnType<typeof useRowFocus>
  range: ReturnType<typeof useRangeSelection>
  selectable: boolean
  open: (id: string) => void
  openMenu: (id: string, anchor: MenuAnchor, byKeyboard: boolean) => void
}

/** What the keys do, after the APG's grid with focusable rows. */
export function useTableKeys({
  ids,
  frame,
  focus,
  range,
  selectable,
  open,
  openMenu,
}: TableEvents) {
  const direction = useDirection()
  const moveTo = (event: KeyboardEvent, id: string, index: number) => {
    event.preventDefault()
    const target = focus.rowAt(index)
    if (!event.shiftKey) range.endRange()
    else if (selectable && target !== undefined) range.extend(id, target)
    focus.focusRow(target)
  }
  const moveAlong = (event: KeyboardEvent, row: HTMLElement) => {
    const stops = [row, ...controlsOf(row)]
    const step = (event.key === 'ArrowRight') === (direction === 'ltr') ? 1 : -1
    const next = stops[stops.indexOf(event.target as HTMLElement) + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const actOnRow = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Enter') open(id)
    else if (event.key === ' ') {
      event.preventDefault()
      range.select(id, event.shiftKey ? 'range' : 'toggle')
    } else if (event.key === 'a' && event.ctrlKey && selectable) {
      event.preventDefault()
      range.selectAll()
    }
  }
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = closestRow(event.target)
    const id = row?.dataset['row']
    if (!row || id === undefined || event.defaultPrevented || event.altKey || event.metaKey) return
    const index = indexAfter(event.key, ids.indexOf(id), ids.length, () =>
      rowsInView(row, frame.current),
    )
    if (index !== undefined) moveTo(event, id, index)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') moveAlong(event, row)
    else if (opensMenu(event)) {
      event.preventDefault()
      openMenu(id, { element: event.target as HTMLElement }, true)
    } else if (event.target === row) actOnRow(event, id)
    else if (event.key === 'Escape') focus.focusRow(id)
  }
}

/** Where a key moves to; undefined for a key that does not move between rows. */
function indexAfter(
  key: string,
  index: number,
  count: number,
  pageSize: () => number,
): number | undefined {
  if (key === 'ArrowDown') return index + 1
  if (key === 'ArrowUp') return index - 1
  if (key === 'PageDown') return index + pageSize()
  if (key === 'PageUp') return index - pageSize()
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}

const opensMenu = ({ key, shiftKey, ctrlKey }: KeyboardEvent) =>
  key === 'ContextMenu' || (key === 'F10' && shiftKey) || (key === 'm' && !ctrlKey)

/** What the pointer does: opens a row, its menu, or extends the selection. */
export function useTablePointer({
  range,
  open,
  openMenu,
  withMenu,
}: Pick<TableEvents, 'range' | 'open' | 'openMenu'> & { withMenu: boolean }) {
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const element = closestRow(event.target)
    const id = element?.dataset['row']
    if (!element || id === undefined || !(event.target instanceof Element)) return
    const control = event.target.closest<HTMLElement>('button, a, input, label, select, textarea')
    if (control && element.contains(control)) {
      if (control.matches('[data-opens-menu]'))
        openMenu(id, { element: control }, event.detail === 0)
      return
    }
    // Who marks text with the mouse wants to copy it, not to leave.
    if (window.getSelection()?.isCollapsed === false) return
    if (event.shiftKey) range.select(id, 'range')
    else open(id)
  }
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    const element = closestRow(event.target)
    const id = element?.dataset['row']
    // With Ctrl or Shift the browser's own menu comes, as people who need it expect.
    if (!withMenu || !element || id === undefined || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    openMenu(id, { element, point: { x: event.clientX, y: event.clientY } }, false)
  }
  return { onClick, onContextMenu }
}
