/**
 * Fetches code that will be wanted soon, when the page has nothing better to do. Returns the way to
 * call it off.
 */
export function preload(load: () => Promise<unknown>): () => void {
  // Safari knows no requestIdleCallback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(() => void load().catch(() => undefined), 1200)
    return () => clearTimeout(timer)
  }
  // A failed fetch is tried again when the code is really needed; then it may be reported.
  const handle = requestIdleCallback(() => void load().catch(() => undefined), { timeout: 4000 })
  return () => cancelIdleCallback(handle)
}
