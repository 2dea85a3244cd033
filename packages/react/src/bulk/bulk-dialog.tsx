import { useEffect, useRef, useState } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useRoleChoice } from '../roles/role-choice.js'
import { Button } from '../ui/button.js'
import { Callout } from '../ui/callout.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { DateTimeInput } from '../ui/date-time-input.js'
import { DialogBody, DialogClose, DialogFooter } from '../ui/dialog.js'
import { Field } from '../ui/field.js'
import { focusOnce } from '../ui/focus-once.js'
import { Textarea } from '../ui/textarea.js'
import { useToast } from '../ui/toast.js'
import { MfaField, type MfaRegistration } from '../users/mfa-field.js'
import { AuthenticatorTypesField, type AuthenticatorType } from './authenticator-types-field.js'
import { bulkActs, factsOf, type BulkAct, type ChosenUser, type ChosenUsers } from './bulk-acts.js'
import { BulkPlanned } from './bulk-planned.js'
import { RefusedList } from './refused-list.js'
import { chunkSize, type BulkOutcome } from './run-bulk.js'
import { useBulkRun } from './use-bulk-run.js'

/** What {@link BulkDialog} takes. */
export interface BulkDialogProps {
  act: BulkAct
  people: ChosenUsers
  /**
   * Takes back what was just done: begins without asking, and shows itself only when it takes a
   * while or somebody was refused.
   */
  undoing?: boolean | undefined
  onClose: () => void
  /** Told who stays selected: everybody to whom it was not done. */
  onLeft?: ((left: ChosenUsers) => void) | undefined
  /** Told what would take it back, when somebody wants that. */
  onUndo?: ((act: BulkAct, people: ChosenUsers) => void) | undefined
  /** Puts the focus where it belongs when what opened the dialog is gone. */
  onFocusLost?: (() => void) | undefined
}

const pick = (people: ChosenUsers, ids: readonly string[]) =>
  new Map(
    ids.flatMap((id): [string, ChosenUser][] => (people.has(id) ? [[id, people.get(id)!]] : [])),
  )

/**
 * The dialog of one act on several people (features row 31): the question with their number, what
 * it would do (row 30) when that is asked or nothing else confirms it, how far it has come, and
 * what became of each. Nothing half-done goes unsaid: who was refused is named with the reason, and
 * whoever it was not done to stays selected.
 */
export function BulkDialog({
  act,
  people,
  undoing = false,
  onClose,
  onLeft,
  onUndo,
  onFocusLost,
}: BulkDialogProps) {
  const { bulk: words, ...page } = useUserPageMessages()
  const toast = useToast()
  const { reason: wantsReason, danger = false, undo } = factsOf(act)
  const say = words.acts[act]
  // What was asked about stays, whatever becomes of the selection meanwhile.
  const [asked] = useState(people)
  const count = asked.size
  const { state, ask, plan, start, stop } = useBulkRun(bulkActs[act].all)
  const mustPlan = 'confirmedByPlan' in bulkActs[act].all
  const [reason, setReason] = useState('')
  const [untilAt, setUntilAt] = useState<string | null>(null)
  const [registration, setRegistration] = useState<MfaRegistration>('once')
  const [types, setTypes] = useState<readonly AuthenticatorType[] | null>(null)
  const [checked, setChecked] = useState(false)
  const role = useRoleChoice(act === 'giveRole')
  const begun = useRef(false)

  const tell = (outcome: BulkOutcome) => {
    // Who was already so is not changed by taking it back.
    const takenBack = outcome.done.filter(
      (id) => asked.get(id)?.can[bulkActs[act].one.name]?.allowed !== false,
    )
    if (outcome.done.length === 0) return
    toast.show({
      text: words.told(words.outcome(say.done(outcome.done.length), outcome.refused.length)),
      ...(undo && onUndo && takenBack.length > 0
        ? { onUndo: () => onUndo(undo, pick(asked, takenBack)) }
        : {}),
    })
  }
  const ids = [...asked.keys()]
  const running = state.phase === 'running'
  const run = async (input: object, tokens?: readonly string[]) => {
    const outcome = await start(ids, input, tokens)
    if (!outcome || outcome.done.length < count) return
    onLeft?.(new Map())
    tell(outcome)
    onClose()
  }
  const confirm = (go: (input: object) => Promise<void>) => {
    if (running) return
    setChecked(true)
    const chosenRole = act === 'giveRole' ? role.choose() : {}
    if (
      chosenRole === null ||
      (wantsReason === 'required' && !reason.trim()) ||
      types?.length === 0
    )
      return
    void go({
      ...chosenRole,
      ...(reason.trim() ? { reason: reason.trim() } : {}),
      ...(act === 'lock' && untilAt ? { untilAt } : {}),
      ...(act === 'requireMfa' ? { registration } : {}),
      ...(act === 'resend' ? { delivery: 'mail' } : {}),
      ...(types ? { types } : {}),
    })
  }
  useEffect(() => {
    if (!undoing || begun.current) return
    begun.current = true
    // The lock that was put on, and none that was there before.
    void run(act === 'unlock' ? { kind: 'administrator' } : {})
  })

  const close = () => {
    if (state.phase === 'done') {
      const { outcome } = state
      onLeft?.(
        pick(asked, [
          ...outcome.refused.map(({ userId }) => userId),
          ...outcome.unknown,
          ...outcome.notTried,
        ]),
      )
      tell(outcome)
    }
    onClose()
  }

  const preview = (input: object) => plan(ids, input)
  const long = count > chunkSize
  const shows =
    state.phase === 'planned'
      ? {
          outcome: (
            <BulkPlanned
              plan={state.plan}
              people={asked}
              asked={count}
              act={act}
              typed={mustPlan}
              onBack={ask}
              onConfirm={() => void run(state.plan.input, state.plan.tokens)}
            />
          ),
        }
      : state.phase === 'done'
        ? {
            title: words.outcome(say.done(state.outcome.done.length), state.outcome.refused.length),
            description: undefined,
            outcome: <Outcome outcome={state.outcome} people={asked} />,
          }
        : running && long
          ? {
              title: state.planning ? words.plan.running : say.running(count),
              outcome: (
                <Progress
                  tried={state.tried}
                  count={count}
                  stopping={state.stopping}
                  onStop={stop}
                />
              ),
            }
          : undefined
  // What is taken back quickly needs no dialog, and a run that ends well is told by the toast
  // alone.
  const open = !(
    undoing &&
    (state.phase === 'asking'
      ? state.error === null
      : running
        ? !long
        : state.phase === 'done' && state.outcome.done.length === count)
  )
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={close}
      title={say.title(count)}
      description={say.text}
      confirmLabel={mustPlan ? words.plan.next : say.verb(count)}
      danger={danger && !mustPlan}
      busy={running && (mustPlan || !state.planning)}
      unsaved={state.phase === 'asking' && (reason.trim() !== '' || role.unsaved)}
      onConfirm={() => confirm(mustPlan ? preview : run)}
      beside={
        mustPlan ? undefined : (
          <Button busy={running && state.planning} onClick={() => confirm(preview)}>
            {words.plan.preview}
          </Button>
        )
      }
      refusal={
        state.phase === 'asking' && state.error ? <RefusalCallout error={state.error} /> : undefined
      }
      onCloseAutoFocus={(event) => {
        if (document.querySelector('.rk-bulk') || !onFocusLost) return
        event.preventDefault()
        onFocusLost()
      }}
      {...shows}
    >
      {act === 'giveRole' ? role.fields : null}
      {act === 'requireMfa' ? (
        <MfaField value={registration} onValueChange={setRegistration} />
      ) : null}
      {act === 'resetAuthenticators' ? (
        <AuthenticatorTypesField value={types} onValueChange={setTypes} checked={checked} />
      ) : null}
      {wantsReason ? (
        <Field
          label={page.reason}
          required={wantsReason === 'required'}
          optional={wantsReason === 'optional'}
          hint={page.reasonHint}
          error={
            checked && wantsReason === 'required' && !reason.trim()
              ? page.dialogs.reasonMissing
              : undefined
          }
        >
          <Textarea
            value={reason}
            maxLength={500}
            rows={2}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      ) : null}
      {act === 'lock' ? (
        <Field label={page.dialogs.until} optional hint={page.dialogs.untilHint}>
          <DateTimeInput value={untilAt} onValueChange={setUntilAt} />
        </Field>
      ) : null}
    </ConfirmDialog>
  )
}

function Progress({
  tried,
  count,
  stopping,
  onStop,
}: {
  tried: number
  count: number
  stopping: boolean
  onStop: () => void
}) {
  const { bulk: words } = useUserPageMessages()
  const said = words.progress(tried, count)
  return (
    <>
      <DialogBody>
        <progress className="rk-meter" aria-label={said} value={tried} max={count} />
        <p role="status" className="rk-dialog-text">
          {said}
          {stopping ? ` ${words.stopping}` : ''}
        </p>
      </DialogBody>
      <DialogFooter>
        <Button ref={focusOnce} busy={stopping} onClick={onStop}>
          {words.stop}
        </Button>
      </DialogFooter>
    </>
  )
}

function Outcome({
  outcome: { refused, unknown, notTried, error },
  people,
}: {
  outcome: BulkOutcome
  people: ChosenUsers
}) {
  const { bulk: words } = useUserPageMessages()
  return (
    <>
      <DialogBody>
        {error ? <RefusalCallout error={error} /> : null}
        {unknown.length > 0 ? (
          <Callout tone="warning" title={words.unknown(unknown.length)} />
        ) : null}
        {notTried.length > 0 ? (
          <Callout tone="warning" title={words.stopped(notTried.length)} />
        ) : null}
        <RefusedList title={words.refusedTitle} refused={refused} people={people} />
      </DialogBody>
      <DialogFooter>
        <DialogClose ref={focusOnce} variant="primary">
          {words.close}
        </DialogClose>
      </DialogFooter>
    </>
  )
}
