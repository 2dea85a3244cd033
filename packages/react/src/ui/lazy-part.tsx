import { lazy, Suspense, useEffect, type ComponentType, type JSX } from 'react'
import { preload } from './preload.js'

/**
 * A component whose code comes when it is first shown; `preload` and `usePreloaded` fetch it while
 * the page is idle.
 */
export interface LazyPart<Props> {
  (props: Props): JSX.Element
  preload: () => void
  usePreloaded: () => void
}

/**
 * Makes a part of code that is fetched on demand, so that a table on a page does not bring the
 * wizard with it. Shows nothing while it comes.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyPart<Props> {
  const Loaded = lazy(() =>
    load().then((component) => ({ default: component as ComponentType<object> })),
  )
  const Part = (props: Props) => (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  )
  return Object.assign(Part, {
    preload: () => preload(load),
    usePreloaded: () => useEffect(() => preload(load), []),
  })
}
