import { useMemo, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
const announce = () => listeners.forEach((listener) => listener())
window.addEventListener('popstate', announce)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Goes to an address of the portal without loading the page again. */
export function navigate(to: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  announce()
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => location.pathname)
}

type Values = Readonly<Record<string, string>>

/** The address's search parameters, in the shape that RosterProvider takes as its `urlState`. */
export function useSearchParams(): readonly [
  Values,
  (next: Values, options?: { readonly replace?: boolean }) => void,
] {
  const search = useSyncExternalStore(subscribe, () => location.search)
  const values = useMemo(() => Object.fromEntries(new URLSearchParams(search)), [search])
  return [values, setSearchParams]
}

function setSearchParams(next: Values, options?: { readonly replace?: boolean }): void {
  const search = new URLSearchParams(next).toString()
  navigate(search ? `${location.pathname}?${search}` : location.pathname, options)
}
