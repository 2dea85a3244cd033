/** At most so many requests at once, and as many again spread over so many seconds. */
export interface RateLimit {
  readonly requests: number
  readonly seconds: number
}

/** What a limiter answers: it may go on, or in how many seconds it may be tried again. */
export type RateDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterSeconds: number }

/**
 * Counts requests. Several processes that share the limits share a limiter, such as one over Redis.
 */
export interface RateLimiter {
  /**
   * Counts one request against a key, and says whether it is within the limit. Counting and
   * answering are one step: of requests at the same moment no more are allowed than the limit says.
   * A refused one costs nothing further. Keys hold no secret; they begin with what they count:
   * `caller:`, `address:`, `account:` or `link:`.
   */
  take(key: string, limit: RateLimit): RateDecision | Promise<RateDecision>
}

/** Which limits a handler keeps; null for none. */
export interface RateLimits {
  /** Of one person who is signed in. Default 1,200 in 60 seconds. */
  readonly caller: RateLimit | null
  /**
   * Of one network address from which nobody is signed in, where the host tells addresses. Default
   * 300 in 60 seconds.
   */
  readonly address: RateLimit | null
  /**
   * About one account that somebody without a session names, whoever they are and whatever address
   * they come from. Default 20 in 15 minutes.
   */
  readonly account: RateLimit | null
  /** With one link. Default 60 in 15 minutes. */
  readonly link: RateLimit | null
}

/** What {@link RateLimits} are unless the host says otherwise. */
export const defaultRateLimits: RateLimits = {
  caller: { requests: 1200, seconds: 60 },
  address: { requests: 300, seconds: 60 },
  account: { requests: 20, seconds: 900 },
  link: { requests: 60, seconds: 900 },
}

/**
 * Limits in this process: each key has a bucket that fills again evenly. Holds `maxKeys` of them at
 * most (default 100,000, about 20 MB) and forgets the one longest unused, which is nearly always
 * full.
 */
export function memoryRateLimiter({
  maxKeys = 100_000,
  nowMs = () => performance.now(),
}: { readonly maxKeys?: number; readonly nowMs?: () => number } = {}): RateLimiter {
  const buckets = new Map<string, { left: number; atMs: number }>()
  return {
    take(key, { requests, seconds }) {
      const atMs = nowMs()
      const perMs = requests / (seconds * 1000)
      const before = buckets.get(key)
      const left = before
        ? Math.min(requests, before.left + (atMs - before.atMs) * perMs)
        : requests
      // Put in anew, so that the map's order is that of use.
      buckets.delete(key)
      buckets.set(key, { left: left >= 1 ? left - 1 : left, atMs })
      if (buckets.size > maxKeys) buckets.delete(buckets.keys().next().value!)
      return left >= 1
        ? { allowed: true }
        : { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((1 - left) / perMs / 1000)) }
    },
  }
}
