import { useLayoutEffect, useState } from 'react'

/** Whether the columns need more than there is, and whether the reader has scrolled sideways. */
export function useOverflow(frame: { readonly current: HTMLElement | null }, needed: number) {
  const [state, setState] = useState<'start' | 'scrolled' | undefined>(undefined)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const measure = () =>
      setState((state) => (element.clientWidth >= needed ? undefined : (state ?? 'start')))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame, needed])
  const onScroll = () => {
    const left = Math.abs(frame.current?.scrollLeft ?? 0)
    setState((state) => state && (left > 0 ? 'scrolled' : 'start'))
  }
  return { state, onScroll }
}
