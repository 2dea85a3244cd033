/** A stream of what work hands over, one at a time, and how to end it from outside. */
export interface HandedOver<T> extends AsyncIterable<T> {
  /** Ends the work at the next hand-over; whoever reads hears of the reason. */
  stop(reason: unknown): void
}

/**
 * Turns work that keeps something open, such as a transaction, into a stream of what it hands over.
 * The work waits at each hand-over until the next one is asked for, and is told `false` once nobody
 * will ask again. The stream ends when the work has, and rejects with what the work rejects with.
 */
export function handedOver<T>(
  work: (hand: (item: T) => Promise<boolean>) => Promise<void>,
): HandedOver<T> {
  let release: (goOn: boolean) => void = () => {}
  let stopped: { readonly reason: unknown } | null = null
  async function* stream(): AsyncGenerator<T> {
    let arrive: (item: { readonly item: T } | null) => void = () => {}
    const arrival = () => new Promise<{ readonly item: T } | null>((resolve) => (arrive = resolve))
    let next = arrival()
    const hand = (item: T) =>
      new Promise<boolean>((resolve) => {
        release = resolve
        arrive({ item })
        if (stopped) resolve(false)
      })
    const done = work(hand)
    done.then(
      () => arrive(null),
      () => arrive(null),
    )
    try {
      for (let arrived = await next; arrived !== null; arrived = await next) {
        if (stopped) break
        next = arrival()
        yield arrived.item
        release(true)
      }
    } finally {
      release(false)
      await done
    }
    if (stopped) throw (stopped as { readonly reason: unknown }).reason
  }
  return {
    [Symbol.asyncIterator]: stream,
    stop(reason) {
      stopped = { reason }
      release(false)
    },
  }
}
