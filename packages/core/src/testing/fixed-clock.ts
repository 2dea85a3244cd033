import { plusSeconds, type Clock, type Instant } from '../kernel/clock.js'

/** A clock that doesn't move until it is set. */
export interface FixedClock extends Clock {
  /** Sets the time, forwards or back. */
  set(at: Instant): void
  /** Moves the time by so many seconds, back when negative. */
  advance(seconds: number): void
}

/**
 * Makes a clock that doesn't move until it is set; it starts at the instant, or at
 * {@link exampleAt}.
 */
export function fixedClock(at: Instant = exampleAt): FixedClock {
  let now = at
  return {
    now: () => now,
    set: (next) => void (now = next),
    advance: (seconds) => void (now = plusSeconds(now, seconds)),
  }
}

/** The instant at which examples happen: a Monday morning. */
export const exampleAt: Instant = '2026-03-02T09:00:00.000Z'
