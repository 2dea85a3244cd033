import {
  isOperationError,
  type listAuthenticators,
  type OperationError,
  type OutputOf,
} from '@rosterkit/core/browser'
import { useEffect, useRef, useState } from 'react'
import type { SecurityKeyMessages } from '../messages/en-security-key.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { Button } from '../ui/button.js'
import { Callout } from '../ui/callout.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { DialogBody, DialogClose, DialogFooter } from '../ui/dialog.js'
import { Facts } from '../ui/explanation.js'
import { Field } from '../ui/field.js'
import { focusOnce } from '../ui/focus-once.js'
import { Icon } from '../ui/icons.js'
import { TextInput } from '../ui/text-input.js'
import {
  createSecurityKey,
  noSecurityKeysHere,
  type SecurityKeyProblem,
} from './create-security-key.js'

type Registered = OutputOf<typeof listAuthenticators>['items'][number]

/** What {@link SecurityKeyDialog} takes. */
export interface SecurityKeyDialogProps {
  words: SecurityKeyMessages
  title: string
  text: string
  /** Asks the server for the browser's task. */
  begin: () => Promise<{ readonly options: Record<string, unknown> }>
  /** Brings it the browser's answer. */
  finish: (name: string, response: Record<string, unknown>) => Promise<Registered>
  onClose: () => void
  /** Told as soon as the key is registered, while the dialog still says so. */
  onRegistered?: ((authenticator: Registered) => void) | undefined
}

type State =
  | { readonly step: 'name' | 'busy' | 'touch' }
  | { readonly step: 'done'; readonly authenticator: Registered }

/**
 * The ceremony of registering a security key (features rows 20 and 25): its name, the touch, and
 * what was registered. Every refusal, the browser's and the server's, leads back to the name, which
 * stays as it was typed.
 */
export function SecurityKeyDialog({
  words,
  title,
  text,
  begin,
  finish,
  onClose,
  onRegistered,
}: SecurityKeyDialogProps) {
  const {
    state,
    name,
    setName,
    nameMissing,
    nameIssue,
    problem,
    refusal,
    missing,
    field,
    confirm,
    stop,
  } = useCeremony({ begin, finish, onRegistered })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={state.step === 'done' ? words.done(state.authenticator.name) : title}
      description={state.step === 'done' ? words.doneText : text}
      confirmLabel={words.verb}
      confirmDisabledReason={missing && words.problems[missing]}
      busy={state.step === 'busy'}
      onConfirm={() => void confirm()}
      refusal={
        problem ? (
          <Callout role="alert" tone="danger" title={words.problemTitle}>
            {words.problems[problem]}
          </Callout>
        ) : refusal && !nameIssue ? (
          <RefusalCallout error={refusal} />
        ) : undefined
      }
      outcome={
        state.step === 'touch' ? (
          <Touch words={words} onStop={stop} />
        ) : state.step === 'done' ? (
          <Done words={words} authenticator={state.authenticator} />
        ) : undefined
      }
    >
      {missing ? (
        <Callout tone="warning" title={words.notHere}>
          {words.problems[missing]}
        </Callout>
      ) : null}
      <Field
        label={words.name}
        required
        hint={words.nameHint}
        error={nameIssue ?? (nameMissing ? words.nameMissing : undefined)}
      >
        <TextInput
          ref={field}
          value={name}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  )
}

/** What is typed, how far the ceremony has come, and what was refused. */
function useCeremony({
  begin,
  finish,
  onRegistered,
}: Pick<SecurityKeyDialogProps, 'begin' | 'finish' | 'onRegistered'>) {
  const [name, setName] = useState('')
  const [checked, setChecked] = useState(false)
  const [state, setState] = useState<State>({ step: 'name' })
  const [problem, setProblem] = useState<SecurityKeyProblem | null>(null)
  const [refusal, setRefusal] = useState<OperationError | null>(null)
  const ceremony = useRef<AbortController | null>(null)
  useEffect(() => () => ceremony.current?.abort(), [])
  const field = useRef<HTMLInputElement>(null)
  // Back from the ceremony the fields are new, and the button that had the focus is gone.
  useEffect(() => {
    if (state.step === 'name' && ceremony.current) field.current?.focus()
  }, [state.step])
  const missing = noSecurityKeysHere()
  const nameIssue =
    refusal?.failure.code === 'invalid_input'
      ? refusal.failure.details.issues.find(({ path }) => path === 'name')?.message
      : undefined

  const confirm = async () => {
    setChecked(true)
    if (!name.trim()) return
    const stop = new AbortController()
    ceremony.current = stop
    setProblem(null)
    setRefusal(null)
    setState({ step: 'busy' })
    try {
      const { options } = await begin()
      setState({ step: 'touch' })
      const created = await createSecurityKey(options, stop.signal)
      if ('problem' in created) {
        if (created.problem !== 'stopped') setProblem(created.problem)
        setState({ step: 'name' })
        return
      }
      setState({ step: 'busy' })
      const authenticator = await finish(name.trim(), created.answer)
      setState({ step: 'done', authenticator })
      onRegistered?.(authenticator)
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      setRefusal(thrown)
      setState({ step: 'name' })
    }
  }
  return {
    state,
    name,
    setName,
    nameMissing: checked && !name.trim(),
    nameIssue,
    problem,
    refusal,
    missing,
    field,
    confirm,
    stop: () => ceremony.current?.abort(),
  }
}

function Touch({ words, onStop }: { words: SecurityKeyMessages; onStop: () => void }) {
  return (
    <>
      <DialogBody>
        <div role="status" className="rk-touch">
          <Icon name="key" />
          <p className="rk-touch-title">{words.touch}</p>
          <p className="rk-touch-text">{words.touchText}</p>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button ref={focusOnce} onClick={onStop}>
          {words.stop}
        </Button>
      </DialogFooter>
    </>
  )
}

function Done({
  words,
  authenticator: { details },
}: {
  words: SecurityKeyMessages
  authenticator: Registered
}) {
  return (
    <>
      <DialogBody>
        <Facts facts={[{ name: words.product, value: details.product ?? words.unknownProduct }]} />
      </DialogBody>
      <DialogFooter>
        <DialogClose ref={focusOnce} variant="primary">
          {words.close}
        </DialogClose>
      </DialogFooter>
    </>
  )
}
