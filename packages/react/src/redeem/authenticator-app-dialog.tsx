import {
  finishOwnTotp,
  isOperationError,
  type beginOwnTotp,
  type OutputOf,
} from '@rosterkit/core/browser'
import { lazy, Suspense, useRef, useState } from 'react'
import { useRedeemMessages } from '../messages/redeem-messages.js'
import { RefusalCallout } from '../operations/refusal-callout.js'
import { useOperation } from '../operations/use-operation.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { CopyField } from '../ui/copy-field.js'
import { Field } from '../ui/field.js'
import { LinkButton } from '../ui/link-button.js'
import { Skeleton } from '../ui/skeleton.js'
import { TextInput } from '../ui/text-input.js'
import { issueAt } from '../operations/issue-at.js'

const QrCode = lazy(() => import('./qr-code.js').then((module) => ({ default: module.QrCode })))

/** What {@link AuthenticatorAppDialog} takes. */
export interface AuthenticatorAppDialogProps {
  token: string
  /** Under way since the press that opened the dialog; begun anew by one inside it. */
  begin: ReturnType<typeof useOperation<typeof beginOwnTotp>>
  onRegistered: (name: string) => void
  onClose: () => void
}

/**
 * Sets up an authenticator app (features row 25): the picture to scan or the key to type, and the
 * first code as the proof.
 */
export function AuthenticatorAppDialog({
  token,
  begin,
  onRegistered,
  onClose,
}: AuthenticatorAppDialogProps) {
  const { app: words } = useRedeemMessages()
  const finish = useOperation(finishOwnTotp)
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(words.nameStart)
  const [code, setCode] = useState('')
  const [checked, setChecked] = useState(false)
  const wrong =
    finish.error?.code === 'ceremony_refused' ? finish.error.message : issueAt(finish.error, 'code')
  const nameIssue =
    issueAt(finish.error, 'name') ?? (checked && !name.trim() ? words.nameMissing : undefined)

  const confirm = async () => {
    setChecked(true)
    if (!name.trim() || !code.trim()) return
    try {
      const { authenticator } = await finish.mutateAsync({ token, name: name.trim(), code })
      onRegistered(authenticator.name)
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
      field.current?.select()
    }
  }
  const refusal = begin.error ? (
    <RefusalCallout
      error={begin.error}
      onRetry={() => begin.mutate({ token })}
      retrying={begin.isPending}
    />
  ) : finish.error && !wrong && !nameIssue ? (
    <RefusalCallout error={finish.error} />
  ) : undefined
  const startAgain = () => {
    setCode('')
    setChecked(false)
    finish.reset()
    begin.mutate({ token })
    field.current?.focus()
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.title}
      description={words.text}
      confirmLabel={words.verb}
      busy={finish.isPending}
      onConfirm={() => void confirm()}
      refusal={refusal}
    >
      <Task task={begin.data} />
      <Field
        label={words.code}
        required
        error={wrong ?? (checked && !code.trim() ? words.codeMissing : undefined)}
      >
        <TextInput
          ref={field}
          data-autofocus=""
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Field>
      <NameField value={name} onChange={setName} error={nameIssue} />
      {wrong ? (
        <LinkButton className="rk-start" onClick={startAgain}>
          {words.anew}
        </LinkButton>
      ) : null}
    </ConfirmDialog>
  )
}

function NameField({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (name: string) => void
  error: string | undefined
}) {
  const { app: words } = useRedeemMessages()
  return (
    <Field label={words.name} required error={error}>
      <TextInput value={value} maxLength={100} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

/** The picture to scan, and the key to type where it can't be scanned. */
function Task({ task }: { task: OutputOf<typeof beginOwnTotp> | undefined }) {
  const { app: words } = useRedeemMessages()
  return (
    <>
      <div className="rk-qr-place">
        {task ? (
          <Suspense fallback={<QrSkeleton />}>
            <QrCode text={task.address} label={words.picture} />
          </Suspense>
        ) : (
          <QrSkeleton />
        )}
      </div>
      {task ? (
        <Field label={words.secret}>
          <CopyField value={task.secret.match(/.{1,4}/g)?.join(' ') ?? task.secret} />
        </Field>
      ) : null}
    </>
  )
}

const QrSkeleton = () => <Skeleton style={{ inlineSize: 176, blockSize: 176 }} />
