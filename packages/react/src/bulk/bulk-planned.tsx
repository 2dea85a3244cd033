import { useState, type FormEvent } from 'react'
import { acts, type BatchAct } from '../acts/acts.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { Button } from '../ui/button.js'
import { DialogBody, DialogFooter, DialogForm } from '../ui/dialog.js'
import { Field } from '../ui/field.js'
import { focusOnce } from '../ui/focus-once.js'
import { TextInput } from '../ui/text-input.js'
import type { ChosenUsers } from './chosen-users.js'
import { RefusedList } from './refused-list.js'
import type { BulkPlan } from './use-bulk-run.js'

/** What {@link BulkPlanned} takes. */
export interface BulkPlannedProps {
  plan: BulkPlan
  act: BatchAct
  people: ChosenUsers
  /** How many were selected. */
  selectedCount: number
  /** Whether their number is typed to confirm it. */
  typed: boolean
  onBack: () => void
  onConfirm: () => void
}

/**
 * What an act on several people would do: to how many, which sessions end, and who is refused with
 * the reason. From here it is done as planned.
 */
export function BulkPlanned({
  plan: { count, sessionsEnded, refused },
  act,
  people,
  selectedCount,
  typed,
  onBack,
  onConfirm,
}: BulkPlannedProps) {
  const { bulk: words, acts: actWords } = useUserPageMessages()
  const [entered, setEntered] = useState('')
  const [checked, setChecked] = useState(false)
  const confirmed = !typed || entered.trim() === String(count)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setChecked(true)
    if (confirmed && count > 0) onConfirm()
  }
  return (
    <DialogForm onSubmit={submit}>
      <DialogBody>
        <p role="status" className="rk-dialog-text">
          {[
            words.plan.possible(count, selectedCount),
            ...(sessionsEnded > 0 ? [words.plan.sessions(sessionsEnded)] : []),
          ].join(' ')}
        </p>
        <RefusedList title={words.plan.refused} refused={refused} people={people} />
        {typed && count > 0 ? (
          <Field
            label={words.plan.type(count)}
            required
            error={checked && !confirmed ? words.plan.typeWrong(count) : undefined}
          >
            <TextInput
              ref={focusOnce}
              inputMode="numeric"
              value={entered}
              onChange={(event) => setEntered(event.target.value)}
            />
          </Field>
        ) : null}
      </DialogBody>
      <DialogFooter>
        <Button ref={count === 0 ? focusOnce : undefined} onClick={onBack}>
          {words.plan.back}
        </Button>
        {count > 0 ? (
          <Button
            ref={typed ? undefined : focusOnce}
            type="submit"
            variant={acts[act].tone ?? 'primary'}
          >
            {actWords[act].batch.verb(count)}
          </Button>
        ) : null}
      </DialogFooter>
    </DialogForm>
  )
}
