import { useUserPageMessages } from '../messages/user-page-messages.js'
import { DateTimeInput } from '../ui/date-time-input.js'
import { Field } from '../ui/field.js'
import { TextInput } from '../ui/text-input.js'
import { Textarea } from '../ui/textarea.js'
import type { ActForm } from './use-act-form.js'

/** What the server says of single fields. */
interface ActFieldErrors {
  readonly reason?: string | undefined
  readonly untilAt?: string | undefined
  readonly userName?: string | undefined
}

/** The fields of the dialog of an act: those of username, reason and end that it asks for. */
export function ActFields({ form, errors = {} }: { form: ActForm; errors?: ActFieldErrors }) {
  const { dialogs } = useUserPageMessages()
  const { needs } = form
  return (
    <>
      {needs.userName ? (
        <Field
          label={dialogs.userName}
          required
          hint={dialogs.typeUserName(form.expectedUserName)}
          error={errors.userName ?? (form.userNameWrong ? dialogs.userNameWrong : undefined)}
        >
          <TextInput
            value={form.userName}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => form.setUserName(event.target.value)}
          />
        </Field>
      ) : null}
      {needs.reason ? (
        <Field
          label={dialogs.reason}
          required={needs.reason === 'required'}
          optional={needs.reason === 'optional'}
          hint={dialogs.reasonHint}
          error={errors.reason ?? (form.reasonMissing ? dialogs.reasonMissing : undefined)}
        >
          <Textarea
            value={form.reason}
            maxLength={500}
            rows={2}
            onChange={(event) => form.setReason(event.target.value)}
          />
        </Field>
      ) : null}
      {needs.until ? (
        <Field label={dialogs.until} optional hint={dialogs.untilHint} error={errors.untilAt}>
          <DateTimeInput value={form.untilAt} onValueChange={form.setUntilAt} />
        </Field>
      ) : null}
    </>
  )
}
