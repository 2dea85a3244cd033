import { useEffect, useState } from 'react'

const shownForMs = 2000

/**
 * Copies text; `state` says `copied` for two seconds afterwards, or `failed` where the browser
 * forbids it.
 */
export function useCopy() {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), shownForMs)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      return true
    } catch {
      // No permission, or no secure context: the reader can still select the text by hand.
      setState('failed')
      return false
    }
  }
  return { state, copy }
}
