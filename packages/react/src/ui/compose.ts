import type { MutableRefObject, Ref } from 'react'

/** Calls the host's handler, then ours, unless the host's prevented the default. */
export function composeHandlers<Event extends { defaultPrevented: boolean }>(
  theirs: ((event: Event) => void) | undefined,
  ours: (event: Event) => void,
): (event: Event) => void {
  return (event) => {
    theirs?.(event)
    if (!event.defaultPrevented) ours(event)
  }
}

/** One ref that fills several. */
export function composeRefs<Value>(
  ...refs: (Ref<Value> | undefined)[]
): (value: Value | null) => void {
  return (value) => {
    for (const ref of refs) {
      if (typeof ref === 'function') ref(value)
      else if (ref) (ref as MutableRefObject<Value | null>).current = value
    }
  }
}
