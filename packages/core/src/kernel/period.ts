import type { Instant } from './clock.js'

/**
 * Whether a period that includes `fromAt` and excludes `untilAt` covers the instant; null means
 * without end on that side.
 */
export function covers(fromAt: Instant | null, untilAt: Instant | null, at: Instant): boolean {
  return (fromAt === null || fromAt <= at) && (untilAt === null || at < untilAt)
}

/** Whether a period that ends at `untilAt` ends after the instant, and at `byAt` at the latest. */
export function endsWithin(untilAt: Instant | null, at: Instant, byAt: Instant): boolean {
  return untilAt !== null && untilAt > at && untilAt <= byAt
}
