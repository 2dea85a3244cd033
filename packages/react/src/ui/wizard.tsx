import {
  forwardRef,
  useEffect,
  useId,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { Button } from './button.js'
import { Dialog, DialogClose, DialogFooter, type DialogProps } from './dialog.js'
import { Icon } from './icons.js'

/** One question of a wizard. */
export interface WizardStep {
  id: string
  /** Its name in the list of steps: "Who". */
  label: string
  /** The question, above the fields. Default: the label. */
  question?: ReactNode
  content: ReactNode
  /** What has been answered, in a line; shows under the name once the step is done. */
  summary?: ReactNode
  /**
   * Called when the reader goes on. `false` stays: the step shows its errors and has put the focus
   * on the first.
   */
  onNext?: (() => boolean | Promise<boolean>) | undefined
  /** Word on the button that goes on from here. */
  nextLabel?: string | undefined
}

export interface WizardProps extends Omit<
  DialogProps,
  'size' | 'fullScreenWhenNarrow' | 'children' | 'title'
> {
  title: ReactNode
  steps: readonly WizardStep[]
  /** The verb on the last button: "Add user". */
  finishLabel: string
  onFinish: () => void
  /** What was refused at the end; stands above the buttons. */
  refusal?: ReactNode
  /** What came of it, in place of the steps: a body and a footer. */
  outcome?: ReactNode
  /** Which step shows, when the owner wants to decide. */
  current?: string | undefined
  onCurrentChange?: ((id: string) => void) | undefined
}

/**
 * A dialog of named steps, one question each. Enter goes on, Back loses nothing: every step that
 * has been seen stays mounted. The list of steps grows into a summary of the answers. Under 640 px
 * it fills the screen.
 */
export function Wizard({
  steps,
  finishLabel,
  onFinish,
  refusal,
  outcome,
  current,
  onCurrentChange,
  busy = false,
  ...dialog
}: WizardProps) {
  return (
    <Dialog
      {...dialog}
      busy={busy}
      size={outcome ? 'medium' : 'wide'}
      fullScreenWhenNarrow={!outcome}
    >
      {outcome ?? (
        <WizardContent
          steps={steps}
          finishLabel={finishLabel}
          onFinish={onFinish}
          refusal={refusal}
          current={current}
          onCurrentChange={onCurrentChange}
          busy={busy}
        />
      )}
    </Dialog>
  )
}

type WizardContentProps = Pick<
  WizardProps,
  'steps' | 'finishLabel' | 'onFinish' | 'refusal' | 'current' | 'onCurrentChange'
> & { busy: boolean }

function WizardContent({
  steps,
  finishLabel,
  onFinish,
  refusal,
  current,
  onCurrentChange,
  busy,
}: WizardContentProps) {
  const { ui } = useMessages()
  const { step, index, furthest, panel, goTo } = useSteps(steps, current, onCurrentChange)
  const [checking, setChecking] = useState(false)
  if (!step) return null

  const goOn = async () => {
    if (busy || checking) return
    const answer = step.onNext?.() ?? true
    let fine = answer === true
    if (typeof answer !== 'boolean') {
      setChecking(true)
      fine = await answer.finally(() => setChecking(false))
    }
    if (!fine) return
    if (index === steps.length - 1) onFinish()
    else goTo(index + 1)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void goOn()
  }
  return (
    <form noValidate onSubmit={submit} className="rk-wizard">
      <StepList steps={steps} index={index} furthest={furthest} busy={busy} onGo={goTo} />
      <div className="rk-wizard-main">
        {steps.slice(0, furthest + 1).map((shown, position) => (
          <StepPanel
            key={shown.id}
            ref={position === index ? panel : undefined}
            step={shown}
            hidden={position !== index}
            refusal={position === index ? refusal : null}
          />
        ))}
        {/* Said when the step changes. */}
        <div aria-live="polite" className="rk-spoken">
          {ui.wizard.progress(index + 1, steps.length, step.label)}
        </div>
        <DialogFooter>
          {index === 0 ? (
            <DialogClose />
          ) : (
            <Button onClick={() => goTo(index - 1)} disabled={busy}>
              {ui.wizard.back}
            </Button>
          )}
          <Button type="submit" variant="primary" busy={busy || checking}>
            {index === steps.length - 1 ? finishLabel : (step.nextLabel ?? ui.wizard.next)}
          </Button>
        </DialogFooter>
      </div>
    </form>
  )
}

/** Which step shows, how far the reader has come, and the way to another one. */
function useSteps(
  steps: readonly WizardStep[],
  current: string | undefined,
  onCurrentChange: WizardProps['onCurrentChange'],
) {
  const [own, setOwn] = useState(steps[0]?.id)
  const index = Math.max(
    0,
    steps.findIndex(({ id }) => id === (current ?? own)),
  )
  const [reached, setReached] = useState(index)
  const panel = useRef<HTMLDivElement>(null)
  const arrived = useRef(index)
  const step = steps[index]
  const furthest = Math.max(reached, index)

  if (index > reached) setReached(index)
  useEffect(() => {
    if (arrived.current === index) return
    arrived.current = index
    firstField(panel.current)?.focus()
  }, [index])
  const goTo = (next: number) => {
    const target = steps[next]
    if (!target) return
    setOwn(target.id)
    onCurrentChange?.(target.id)
  }
  return { step, index, furthest, panel, goTo }
}

const stateOf = (position: number, index: number) =>
  position === index ? 'current' : position < index ? 'done' : 'to-come'

/** The names of the steps, with what was answered; under 640 px a line that says how far it is. */
function StepList({
  steps,
  index,
  furthest,
  busy,
  onGo,
}: {
  steps: readonly WizardStep[]
  index: number
  furthest: number
  busy: boolean
  onGo: (position: number) => void
}) {
  const { ui } = useMessages()
  return (
    <>
      <ol aria-label={ui.wizard.steps} className="rk-wizard-steps">
        {steps.map(({ id, label, summary }, position) => {
          const state = stateOf(position, index)
          const mark = (
            <>
              <span aria-hidden="true" className="rk-wizard-mark">
                {state === 'done' ? <Icon name="check" /> : position + 1}
              </span>
              <span className="rk-wizard-name">
                {label}
                {state === 'done' ? <span className="rk-spoken">, {ui.wizard.done}</span> : null}
              </span>
              {position !== index && position < furthest && summary ? (
                <span className="rk-wizard-summary">{summary}</span>
              ) : null}
            </>
          )
          return (
            <li key={id} className="rk-wizard-item">
              {state === 'done' && !busy ? (
                <button
                  type="button"
                  data-state={state}
                  className="rk-wizard-step"
                  onClick={() => onGo(position)}
                >
                  {mark}
                </button>
              ) : (
                <div
                  data-state={state}
                  aria-current={state === 'current' ? 'step' : undefined}
                  className="rk-wizard-step"
                >
                  {mark}
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <div className="rk-wizard-narrow">
        <span className="rk-wizard-name">
          {ui.wizard.progress(index + 1, steps.length, steps[index]?.label ?? '')}
        </span>
        <span aria-hidden="true" className="rk-wizard-progress">
          {steps.map(({ id }, position) => (
            <span key={id} data-state={stateOf(position, index)} className="rk-wizard-segment" />
          ))}
        </span>
      </div>
    </>
  )
}

/** One question with its fields; steps that have been seen stay mounted. */
const StepPanel = forwardRef<
  HTMLDivElement,
  { step: WizardStep; hidden: boolean; refusal: ReactNode }
>(function StepPanel({ step: { label, question, content }, hidden, refusal }, ref) {
  const headingId = useId()
  return (
    <div
      ref={ref}
      role="group"
      aria-labelledby={headingId}
      tabIndex={-1}
      hidden={hidden}
      className="rk-wizard-panel"
    >
      <h3 id={headingId} className="rk-wizard-question">
        {question ?? label}
      </h3>
      {content}
      {refusal}
    </div>
  )
})

// What is wrong, or the first thing to fill in; of a group of radios the one that is chosen. A step
// without any takes the focus itself, so that it is read out.
function firstField(panel: HTMLElement | null): HTMLElement | null {
  const wrong = panel?.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (wrong) return wrong
  const first = panel?.querySelector<HTMLElement>(
    'input:not([disabled]), select:not([disabled]), textarea:not([disabled])',
  )
  if (first instanceof HTMLInputElement && first.type === 'radio')
    return (
      panel?.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`) ?? first
    )
  return first ?? panel
}
