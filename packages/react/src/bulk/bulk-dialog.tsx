import { useEffect, useRef, useState } from 'react'
import { ActFields } from '../acts/act-fields.js'
import { acts, batchOf, type BatchAct } from '../acts/acts.js'
import { useActForm } from '../acts/use-act-form.js'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { Button } from '../ui/button.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { useToast } from '../ui/toast.js'
import { batchFieldHooks } from './batch-fields.js'
import { BulkProgress, BulkResultPanel } from './bulk-phases.js'
import { BulkPlanned } from './bulk-planned.js'
import { decisionOnChosen, type ChosenUser, type ChosenUsers } from './chosen-users.js'
import { chunkSize, type BulkOutcome } from './run-bulk.js'
import { useBulkRun, type BulkRunState } from './use-bulk-run.js'

/** What {@link BulkDialog} takes. */
export interface BulkDialogProps {
  act: BatchAct
  people: ChosenUsers
  /**
   * Sent with the call when the batch takes another one back: it begins without asking, and shows
   * itself only when it takes a while or a user was refused.
   */
  undoInput?: object | undefined
  onClose: () => void
  /** Called with those who stay selected: everyone to whom it was not done. */
  onLeft?: ((left: ChosenUsers) => void) | undefined
  /** Called when "Undo" is pressed. */
  onUndo?: ((act: BatchAct, people: ChosenUsers, input: object) => void) | undefined
  /** Puts the focus where it belongs when what opened the dialog is gone. */
  onFocusLost?: (() => void) | undefined
}

const pick = (people: ChosenUsers, ids: readonly string[]) =>
  new Map(
    ids.flatMap((id): [string, ChosenUser][] => (people.has(id) ? [[id, people.get(id)!]] : [])),
  )

/**
 * The dialog of one act on several users (features row 31): the question with their number, what it
 * would do (row 30) when that is asked or nothing else confirms it, how far it has come, and the
 * result for each. Nothing half-done goes unsaid: who was refused is named with the reason, and
 * everyone to whom it was not done stays selected.
 */
export function BulkDialog({
  act,
  people,
  undoInput,
  onClose,
  onLeft,
  onUndo,
  onFocusLost,
}: BulkDialogProps) {
  const { bulk: words, acts: actWords } = useUserPageMessages()
  const { command, input: fixedInput, fields: fieldsKind = 'none', reason } = batchOf(act)
  const { tone, input } = acts[act]
  const batchWords = actWords[act].batch
  // The users it began with, whatever happens to the selection meanwhile.
  const [chosen] = useState(people)
  const [ids] = useState(() => [...people.keys()])
  const count = ids.length
  const { state, ask, plan, start, stop } = useBulkRun(command)
  const form = useActForm({
    ...(reason ? { reason } : {}),
    ...(input?.until ? { until: true } : {}),
  })
  const useBatchFields = batchFieldHooks[fieldsKind]
  const own = useBatchFields()
  const announce = useAnnouncement(act, chosen, onUndo)
  const mustPlan = 'confirmedByPlan' in command
  const running = state.phase === 'running'

  const run = async (values: object, tokens?: readonly string[]) => {
    const outcome = await start(ids, values, tokens)
    if (!outcome || outcome.done.length < count) return
    onLeft?.(new Map())
    announce(outcome)
    onClose()
  }
  useAtOnce(undoInput, run)
  const preview = (values: object) => plan(ids, values)
  const confirm = (go: (values: object) => Promise<void>) => {
    if (running) return
    const ownValues = own.read()
    const values = form.read()
    if (ownValues && values) void go({ ...ownValues, ...values, ...fixedInput })
  }
  const close = () => {
    if (state.phase === 'done') {
      onLeft?.(pick(chosen, leftOf(state.outcome)))
      announce(state.outcome)
    }
    onClose()
  }
  const content = useContent({ act, state, chosen, mustPlan, ask, stop, run })
  return (
    <ConfirmDialog
      open={undoInput === undefined || !isQuiet(state, count)}
      onOpenChange={close}
      title={batchWords.title(count)}
      description={batchWords.text}
      confirmLabel={mustPlan ? words.plan.next : batchWords.verb(count)}
      danger={tone === 'danger' && !mustPlan}
      busy={running && (mustPlan || !state.planning)}
      unsaved={state.phase === 'asking' && (form.unsaved || own.unsaved)}
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
      onCloseAutoFocus={(event) => returnFocus(event, onFocusLost)}
      {...content}
    >
      {own.fields}
      <ActFields form={form} />
    </ConfirmDialog>
  )
}

/** Those to whom it was not done. */
const leftOf = ({ refused, unknown, notTried }: BulkOutcome) => [
  ...refused.map(({ userId }) => userId),
  ...unknown,
  ...notTried,
]

/** The bar that opened the dialog may be gone. */
function returnFocus(event: Event, onFocusLost: (() => void) | undefined) {
  if (document.querySelector('.rk-bulk') || !onFocusLost) return
  event.preventDefault()
  onFocusLost()
}

/** Runs once when the dialog opens, where it takes something back. */
function useAtOnce(input: object | undefined, run: (values: object) => Promise<void>) {
  const begun = useRef(false)
  useEffect(() => {
    if (input === undefined || begun.current) return
    begun.current = true
    void run(input)
  })
}

/** Says in a toast what was done, with "Undo" for those whom it changed. */
function useAnnouncement(act: BatchAct, chosen: ChosenUsers, onUndo: BulkDialogProps['onUndo']) {
  const { bulk: words, acts: actWords } = useUserPageMessages()
  const toast = useToast()
  const { undo } = acts[act]
  return ({ done, refused }: BulkOutcome) => {
    if (done.length === 0) return
    // Undo leaves those alone for whom the act changed nothing.
    const changed = done.filter((id) => decisionOnChosen(act, chosen.get(id))?.allowed !== false)
    toast.show({
      text: words.sentence(words.outcome(actWords[act].batch.done(done.length), refused.length)),
      ...(undo && onUndo && changed.length > 0
        ? { onUndo: () => onUndo(undo.act, pick(chosen, changed), undo.batchInput ?? {}) }
        : {}),
    })
  }
}

/** What the dialog shows in place of the question: the plan, the progress or the result. */
function useContent({
  act,
  state,
  chosen,
  mustPlan,
  ask,
  stop,
  run,
}: {
  act: BatchAct
  state: BulkRunState
  chosen: ChosenUsers
  mustPlan: boolean
  ask: () => void
  stop: () => void
  run: (values: object, tokens?: readonly string[]) => Promise<void>
}) {
  const { bulk: words, acts: actWords } = useUserPageMessages()
  const count = chosen.size
  const batchWords = actWords[act].batch
  if (state.phase === 'planned') {
    const { plan } = state
    return {
      outcome: (
        <BulkPlanned
          plan={plan}
          people={chosen}
          selectedCount={count}
          act={act}
          typed={mustPlan}
          onBack={ask}
          onConfirm={() => void run(plan.input, plan.tokens)}
        />
      ),
    }
  }
  if (state.phase === 'done') {
    const { outcome } = state
    return {
      title: words.outcome(batchWords.done(outcome.done.length), outcome.refused.length),
      description: undefined,
      outcome: <BulkResultPanel outcome={outcome} people={chosen} />,
    }
  }
  if (state.phase === 'asking' || count <= chunkSize) return undefined
  return {
    title: state.planning ? words.plan.running : batchWords.running(count),
    outcome: (
      <BulkProgress tried={state.tried} count={count} stopping={state.stopping} onStop={stop} />
    ),
  }
}

/**
 * Whether undo needs no dialog: what is taken back quickly shows none, and a run that ends well is
 * announced by the toast alone.
 */
function isQuiet(state: BulkRunState, count: number): boolean {
  if (state.phase === 'asking') return state.error === null
  if (state.phase === 'running') return count <= chunkSize
  return state.phase === 'done' && state.outcome.done.length === count
}
