import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { closestRow, rowElement } from './row-elements.js'
import { useKeptFocus } from './use-kept-focus.js'

/**
 * Which row is in the tab order, and how the focus moves to another one: also to one that isn't
 * drawn yet, or that has yet to be loaded.
 */
export function useRowFocus(
  body: { readonly current: HTMLElement | null },
  ids: readonly string[],
  onEnd: (() => void) | undefined,
) {
  const [activeId, setActiveId] = useState<string | null>(null)
  /** A row to focus as soon as it is drawn. */
  const arriving = useRef<string | null>(null)
  /** The index that the reader wants to reach once more rows are loaded. */
  const beyond = useRef<number | null>(null)
  const current = activeId !== null && ids.includes(activeId) ? activeId : ids[0]

  useKeptFocus(body, ids)
  useLayoutEffect(() => {
    const element = arriving.current === null ? null : rowElement(body.current, arriving.current)
    if (!element) return
    arriving.current = null
    element.focus()
  })

  const focusRow = (id: string | undefined) => {
    if (id === undefined) return
    setActiveId(id)
    const element = rowElement(body.current, id)
    if (element) element.focus()
    // Out of sight and not drawn: it is, once it is the active one.
    else arriving.current = id
  }
  /** The row at an index, or the nearest; one past the end asks for more rows and goes on then. */
  const rowAt = (index: number) => {
    beyond.current = index >= ids.length && onEnd ? index : null
    if (beyond.current !== null) onEnd?.()
    return ids[Math.max(0, Math.min(ids.length - 1, index))]
  }

  useEffect(() => {
    const target = beyond.current
    if (target === null) return
    const last = ids.length - 1
    const focusedId = closestRow(document.activeElement)?.dataset['row'] ?? ''
    if (body.current?.contains(document.activeElement) && ids.indexOf(focusedId) < last)
      focusRow(ids[Math.min(target, last)])
    beyond.current = null
    // Only when rows have come.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [ids.length])

  return { current, setActiveId, focusRow, rowAt }
}
