import { useEffect, useLayoutEffect, useRef } from 'react'
import { closestRow, rowElement } from './row-elements.js'

/**
 * Rows move when they are sorted anew, and a browser drops the focus of an element that moves. It
 * is given back, if the row is still here.
 */
export function useKeptFocus(
  body: { readonly current: HTMLElement | null },
  ids: readonly string[],
) {
  const last = useRef<string | null>(null)
  useEffect(() => {
    const element = body.current
    if (!element) return
    const remember = (event: FocusEvent) => {
      last.current = closestRow(event.target)?.dataset['row'] ?? null
    }
    const forget = (event: FocusEvent) => {
      // Without a next holder the row itself may be moving; that is told apart below.
      if (event.relatedTarget) last.current = null
    }
    element.addEventListener('focusin', remember)
    element.addEventListener('focusout', forget)
    return () => {
      element.removeEventListener('focusin', remember)
      element.removeEventListener('focusout', forget)
    }
  }, [body])
  useLayoutEffect(() => {
    if (last.current !== null && document.activeElement === document.body)
      rowElement(body.current, last.current)?.focus({ preventScroll: true })
  }, [body, ids])
}
