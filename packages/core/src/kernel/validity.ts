import * as z from 'zod/mini'

// `abort`: a text that is no date must not reach the next step, which makes one of it.
/**
 * An instant as it may be entered: ISO 8601 in UTC; kept with milliseconds, so that instants
 * compare as text.
 */
export const instantInput = z.iso
  .datetime({ error: 'Enter a date and time in UTC, such as 2026-03-01T09:00:00Z.', abort: true })
  .check(z.overwrite((text) => new Date(text).toISOString()))

/**
 * A period as it may be entered: from an instant, until just before another; null for no end on
 * that side (docs/features.md, row 29).
 */
export const validityFields = {
  validFromAt: z.nullable(instantInput),
  validUntilAt: z.nullable(instantInput),
}

/**
 * Refuses a period that ends before it begins; put on the object that holds {@link validityFields}.
 */
export const endsAfterItBegins = z.refine<{
  readonly validFromAt?: string | null | undefined
  readonly validUntilAt?: string | null | undefined
}>(({ validFromAt, validUntilAt }) => !validFromAt || !validUntilAt || validFromAt < validUntilAt, {
  path: ['validUntilAt'],
  error: 'The end must be after the beginning.',
})
