import { useLocale } from '../messages/messages-provider.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { exactInstant } from '../ui/date-time.js'
import { DateTimeInput } from '../ui/date-time-input.js'
import { Field } from '../ui/field.js'

/** From when until when something holds; null is without limit. */
export interface Validity {
  readonly validFromAt: string | null
  readonly validUntilAt: string | null
}

/** A period in words, "Until Mar 1, 2027, 10:00 AM CET"; null when it has no limits. */
export function useValidityWords(): (validity: Validity) => string | null {
  const words = useUserPageMessages()
  const { locale, timeZone } = useLocale()
  const when = (instant: string) => exactInstant(instant, locale, timeZone, 'minute')
  return ({ validFromAt, validUntilAt }) => {
    if (validFromAt && validUntilAt) return words.fromUntil(when(validFromAt), when(validUntilAt))
    return validFromAt
      ? words.from(when(validFromAt))
      : validUntilAt
        ? words.until(when(validUntilAt))
        : null
  }
}

/** Whether a period ends before it begins. */
export const endsTooEarly = ({ validFromAt, validUntilAt }: Validity) =>
  validFromAt !== null && validUntilAt !== null && validUntilAt <= validFromAt

/** The two fields of a period, which may both stay empty. */
export function ValidityFields({
  value,
  onValueChange,
  error,
}: {
  value: Validity
  onValueChange: (value: Validity) => void
  error?: string | undefined
}) {
  const words = useUserPageMessages()
  return (
    <div className="rk-form-pair">
      <Field label={words.validFrom} optional hint={words.validityHint}>
        <DateTimeInput
          value={value.validFromAt}
          onValueChange={(validFromAt) => onValueChange({ ...value, validFromAt })}
        />
      </Field>
      <Field label={words.validUntil} optional error={error}>
        <DateTimeInput
          value={value.validUntilAt}
          onValueChange={(validUntilAt) => onValueChange({ ...value, validUntilAt })}
        />
      </Field>
    </div>
  )
}
