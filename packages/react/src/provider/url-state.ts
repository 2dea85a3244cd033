import { useState } from 'react'

/**
 * Where a screen keeps what a link should bring back: search, filters, sorting, the open person.
 * Flat text values; an absent key is the default.
 */
export type UrlValues = Readonly<Record<string, string>>

/**
 * How the host keeps a screen's state in its address: a hook with the shape of `useState`, written
 * with the host's router. `replace` is true for changes that deserve no entry in the history, such
 * as a letter typed into the search.
 */
export type UrlState = () => readonly [
  UrlValues,
  (next: UrlValues, options?: { readonly replace?: boolean }) => void,
]

/**
 * Keeps the state in memory, for hosts that give no hook: nothing is shared by links, nothing else
 * is lost.
 */
export const useMemoryUrlState: UrlState = () => {
  const [values, setValues] = useState<UrlValues>({})
  return [values, setValues]
}
