import { useEffect, useMemo, useRef, useState } from 'react'

/** Something to choose. */
export interface ComboboxOption {
  value: string
  label: string
  /** A second line: a path, an e-mail address. */
  detail?: string | undefined
  /** Depth in a tree, from 0: indents it while the list is not filtered. */
  depth?: number | undefined
  /** Why it cannot be chosen; stands in place of the detail. */
  disabledReason?: string | undefined
}

/** Asks for what matches. */
export type LoadOptions = (query: string, signal: AbortSignal) => Promise<readonly ComboboxOption[]>

/** The options to show, and whether they are still being loaded. */
export interface FoundOptions {
  readonly state: 'ready' | 'loading' | 'failed'
  readonly options: readonly ComboboxOption[]
}

const none: readonly ComboboxOption[] = []
type Answer = { query: string; options: readonly ComboboxOption[]; failed: boolean }

/** What there is to choose for what was typed: filtered here, or loaded as the reader types. */
export function useComboboxOptions({
  open,
  query,
  options,
  load,
  loadDelayMs,
}: {
  open: boolean
  query: string
  options: readonly ComboboxOption[] | undefined
  load: LoadOptions | undefined
  loadDelayMs: number
}): FoundOptions {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const loader = useRef(load)
  const asynchronous = load !== undefined

  useEffect(() => {
    loader.current = load
  }, [load])

  useEffect(() => {
    if (!open || !asynchronous) return
    const controller = new AbortController()
    const ask = async () => {
      const loading = Promise.resolve().then(
        () => loader.current?.(query, controller.signal) ?? none,
      )
      const next = await loading.then(
        (found) => ({ query, options: found, failed: false }),
        () => ({ query, options: none, failed: true }),
      )
      if (!controller.signal.aborted) setAnswer(next)
    }
    const timer = setTimeout(() => void ask(), query === '' ? 0 : loadDelayMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [asynchronous, loadDelayMs, open, query])

  const filtered = useMemo(() => {
    const sought = fold(query)
    return (options ?? none).filter(
      ({ label, detail }) =>
        fold(label).includes(sought) || (detail !== undefined && fold(detail).includes(sought)),
    )
  }, [options, query])

  if (!asynchronous) return { state: 'ready', options: filtered }
  // Until the new answer is there the former one stands.
  return {
    state: answer?.query !== query ? 'loading' : answer.failed ? 'failed' : 'ready',
    options: answer?.options ?? none,
  }
}

// "lukasz" finds Łukasz: letters without their accents, and the few that do not decompose.
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('đ', 'd')
    .trim()
