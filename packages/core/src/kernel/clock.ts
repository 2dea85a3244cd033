/**
 * An instant as a UTC ISO 8601 string with milliseconds, such as `2026-03-01T09:00:00.000Z`; sorts
 * as text.
 */
export type Instant = string

/** Where the time comes from. Handed in, so that tests and “as of” previews choose it. */
export interface Clock {
  /** The current instant. */
  now(): Instant
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() as Instant }

/** The instant so many seconds later (earlier when negative). */
export function plusSeconds(at: Instant, seconds: number): Instant {
  return new Date(Date.parse(at) + seconds * 1000).toISOString()
}
