import { forwardRef, useCallback, useSyncExternalStore, type ComponentPropsWithoutRef } from 'react'
import { useLocale, useMessages } from '../messages/messages-provider.js'
import { classes } from './classes.js'
import { dateFormat } from './date-format.js'
import { useTooltip, withHandlers } from './tooltip.js'

export interface DateTimeProps extends Omit<
  ComponentPropsWithoutRef<'time'>,
  'dateTime' | 'children'
> {
  /** A UTC ISO string. Nothing: "Never", or what `never` says. */
  value: string | null | undefined
  never?: string | undefined
  /**
   * `relative`: "3 hours ago" within a week, else a short date (default). `date`: always the short
   * date. `exact`: with time and zone.
   */
  format?: 'relative' | 'date' | 'exact' | undefined
}

/**
 * A moment, short; its tooltip has the exact instant with the zone. All of them on a page share one
 * clock.
 */
export const DateTime = forwardRef<HTMLTimeElement, DateTimeProps>(function DateTime(
  { value, never, format = 'relative', className, ...props },
  ref,
) {
  const { ui } = useMessages()
  const { locale, timeZone } = useLocale()
  const exact = useCallback(
    () => (value ? exactInstant(value, locale, timeZone) : undefined),
    [locale, timeZone, value],
  )
  const trigger = useTooltip(value && format !== 'exact' ? exact : undefined)
  if (!value) {
    return (
      <span className={classes('rk-date', className)} data-state="never">
        {never ?? ui.never}
      </span>
    )
  }
  return (
    <time
      {...props}
      {...withHandlers(props, trigger)}
      ref={ref}
      dateTime={value}
      data-state="known"
      className={classes('rk-date', className)}
    >
      {/* What is a date already stays one, and needs no clock: most cells of a long list. */}
      {format === 'relative' && secondsUntil(value) > -relativeWithin ? (
        <TickingWords value={value} locale={locale} timeZone={timeZone} />
      ) : (
        written(value, format, locale, timeZone)
      )}
    </time>
  )
})

/** The text is the snapshot: a tick of the clock renders only those whose words have changed. */
function TickingWords({
  value,
  locale,
  timeZone,
}: {
  value: string
  locale: string
  timeZone: string | undefined
}) {
  return useSyncExternalStore(
    subscribeToClock,
    () => written(value, 'relative', locale, timeZone),
    () => written(value, 'date', locale, timeZone),
  )
}

/**
 * The exact instant with its zone, "Nov 21, 2026, 2:02:09 PM CET"; to the second, as the tooltip
 * says it, or to the minute.
 */
export function exactInstant(
  value: string,
  locale: string,
  timeZone: string | undefined,
  precision: 'second' | 'minute' = 'second',
): string {
  const second = precision === 'second' ? '2-digit' : undefined
  return dateFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second,
    timeZoneName: 'short',
  }).format(new Date(value))
}

const tickMs = 15_000
const ticking = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | undefined

function subscribeToClock(listener: () => void) {
  ticking.add(listener)
  clock ??= setInterval(() => {
    for (const tick of ticking) tick()
  }, tickMs)
  return () => {
    ticking.delete(listener)
    if (ticking.size > 0) return
    clearInterval(clock)
    clock = undefined
  }
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const relativeWithin = 7 * day

const secondsUntil = (value: string) => (Date.parse(value) - Date.now()) / 1000

const relatives = new Map<string, Intl.RelativeTimeFormat>()

function written(
  value: string,
  format: 'relative' | 'date' | 'exact',
  locale: string,
  timeZone: string | undefined,
): string {
  if (format === 'exact') return exactInstant(value, locale, timeZone, 'minute')
  const seconds = secondsUntil(value)
  const size = Math.abs(seconds)
  if (format === 'date' || size >= relativeWithin)
    return dateFormat(locale, { timeZone, year: 'numeric', month: 'short', day: 'numeric' }).format(
      new Date(value),
    )
  let relative = relatives.get(locale)
  if (!relative)
    relatives.set(locale, (relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })))
  if (size < minute) return relative.format(0, 'second')
  if (size < hour) return relative.format(Math.trunc(seconds / minute), 'minute')
  if (size < day) return relative.format(Math.trunc(seconds / hour), 'hour')
  return relative.format(Math.trunc(seconds / day), 'day')
}
