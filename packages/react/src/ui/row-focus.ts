import { createContext, useContext } from 'react'

/**
 * In a table one row at a time is in the tab order, its controls with it. `null` outside a table.
 */
export const RowFocusContext = createContext<boolean | null>(null)

/**
 * The `tabIndex` that a control should have where it stands: -1 in a row that is not the current
 * one, else the element's own.
 */
export function useRowTabIndex(): -1 | undefined {
  return useContext(RowFocusContext) === false ? -1 : undefined
}
