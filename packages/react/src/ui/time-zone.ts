import { dateFormat } from './date-format.js'

/** Minutes that the zone is ahead of UTC at an instant. */
export function offsetMinutes(at: Date, timeZone: string | undefined): number {
  if (timeZone === undefined) return -at.getTimezoneOffset()
  const parts = dateFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((found) => found.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((local - at.getTime()) / 60_000)
}

/** The zone's short name at an instant, such as "CET" or "UTC". */
export function zoneName(at: Date, locale: string, timeZone: string | undefined): string {
  const parts = dateFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC'
}
