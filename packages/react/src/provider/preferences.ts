import { useCallback, useSyncExternalStore } from 'react'

/**
 * How a screen's settings are remembered for a viewer, such as the columns of a table: a hook with
 * the shape of `useState`, told the name of the setting. Values are texts; null is the screen's own
 * default.
 */
export type Preferences = (
  name: string,
) => readonly [value: string | null, set: (next: string | null) => void]

const listeners = new Set<() => void>()
// What was set on this page, for browsers that keep nothing.
const here = new Map<string, string | null>()

function read(key: string): string | null {
  const found = here.get(key)
  if (found !== undefined) return found
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string | null) {
  here.set(key, value)
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Private browsing, or a full store: it holds until the page is left.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Remembers in this browser, for hosts that give no hook. */
export const useLocalPreferences: Preferences = (name) => {
  const key = `rosterkit.${name}`
  const value = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  )
  const set = useCallback((next: string | null) => write(key, next), [key])
  return [value, set]
}
