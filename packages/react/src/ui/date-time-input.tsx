import { forwardRef, type ComponentPropsWithoutRef } from 'react'
import { useLocale } from '../messages/messages-provider.js'
import { TextInput } from './text-input.js'
import { offsetMinutes, zoneName } from './time-zone.js'

export interface DateTimeInputProps extends Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'value' | 'defaultValue' | 'min' | 'max' | 'onChange'
> {
  /** An instant, as a UTC ISO string; empty or null for none. */
  value: string | null
  /** The instant now meant, or null when the field is empty or half filled. */
  onValueChange: (instant: string | null) => void
  min?: string | undefined
  max?: string | undefined
}

/** A day and a time, typed in the viewer's zone, which it names, and told as an instant. */
export const DateTimeInput = forwardRef<HTMLInputElement, DateTimeInputProps>(
  function DateTimeInput({ value, onValueChange, min, max, ...props }, ref) {
    const { locale, timeZone } = useLocale()
    const shown = value ? new Date(value) : new Date()
    return (
      <TextInput
        {...props}
        ref={ref}
        type="datetime-local"
        suffix={zoneName(shown, locale, timeZone)}
        value={value ? toLocal(value, timeZone) : ''}
        min={min ? toLocal(min, timeZone) : undefined}
        max={max ? toLocal(max, timeZone) : undefined}
        onChange={(event) =>
          onValueChange(event.target.value ? toInstant(event.target.value, timeZone) : null)
        }
      />
    )
  },
)

function toLocal(instant: string, timeZone: string | undefined) {
  const at = new Date(instant)
  return new Date(at.getTime() + offsetMinutes(at, timeZone) * 60_000).toISOString().slice(0, 16)
}

function toInstant(local: string, timeZone: string | undefined) {
  const asUtc = new Date(`${local}Z`).getTime()
  // The offset belongs to the instant we are looking for: asked twice, it is right on both sides of
  // a change of clocks.
  const guess = asUtc - offsetMinutes(new Date(asUtc), timeZone) * 60_000
  return new Date(asUtc - offsetMinutes(new Date(guess), timeZone) * 60_000).toISOString()
}
