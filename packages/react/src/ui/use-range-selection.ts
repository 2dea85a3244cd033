import { useCallback, useRef } from 'react'
import { withoutRows, withRows } from './row-selection.js'
import type { TableSelection } from './use-data-table.js'

/**
 * Selects one row after another, or all from the one selected last up to another one, as Shift asks
 * for.
 */
export function useRangeSelection(
  ids: readonly string[],
  { selection, setSelection }: TableSelection,
) {
  const start = useRef<string | null>(null)
  const select = useCallback(
    (id: string, mode: 'toggle' | 'range') => {
      if (!selection) return
      const from = ids.indexOf(start.current ?? id)
      if (mode === 'range' && from >= 0) {
        const to = ids.indexOf(id)
        const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1)
        setSelection(withRows(selection, range))
      } else {
        setSelection((selection[id] ? withoutRows : withRows)(selection, [id]))
        start.current = id
      }
    },
    [ids, selection, setSelection],
  )
  /** Extends the selection from one row to another, as Shift with the arrows does. */
  const extend = (from: string, to: string) => {
    start.current ??= from
    select(to, 'range')
  }
  const endRange = () => {
    start.current = null
  }
  const selectAll = () => setSelection(withRows(selection, ids))
  return { select, extend, endRange, selectAll }
}
