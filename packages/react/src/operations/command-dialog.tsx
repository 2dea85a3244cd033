import {
  isOperationError,
  type InputOf,
  type Operation,
  type OperationError,
  type OutputOf,
} from '@rosterkit/core/browser'
import { useState, type ReactNode } from 'react'
import { useUserPageMessages } from '../messages/user-page-messages.js'
import { useShownOnce, type SecretToShow } from '../secrets/shown-once.js'
import { ConfirmDialog } from '../ui/confirm-dialog.js'
import { Field } from '../ui/field.js'
import { Textarea } from '../ui/textarea.js'
import { useToast } from '../ui/toast.js'
import { RefusalCallout } from './refusal-callout.js'
import { useOperation } from './use-operation.js'

/** What {@link CommandDialog} takes. */
export interface CommandDialogProps<O extends Operation> {
  operation: O
  title: string
  /** What it will do, with real numbers. */
  text: string
  /** The verb on the button. */
  verb: string
  danger?: boolean
  /**
   * The input; `reason` is what was typed, when something was. Null stays: the fields show what is
   * missing.
   */
  toInput: (reason: { readonly reason?: string }) => InputOf<O> | null
  /** The toast after success. */
  doneText: (output: OutputOf<O>) => string
  /** What is shown once, in place of the toast; null where there is nothing to hand over. */
  shows?: (output: OutputOf<O>) => SecretToShow | null
  onClose: () => void
  /** Told what came of it, before the dialog closes. */
  onDone?: ((output: OutputOf<O>) => void) | undefined
  /** Default: asks for a reason, which may be left out. */
  reasonField?: boolean
  /** Something typed into the children would be lost. */
  unsaved?: boolean
  /**
   * Fields above the reason. As a function it gets the refusal, to show beside the fields what it
   * says about them.
   */
  children?: ReactNode | ((error: OperationError | null) => ReactNode)
  size?: 'medium' | 'wide'
}

/**
 * The dialog of one command: the question, what it will do, a reason, the verb. What was typed
 * stays when the server refuses; what comes of it and is shown once is shown in the same dialog.
 */
export function CommandDialog<O extends Operation>({
  operation,
  title,
  text,
  verb,
  danger = false,
  toInput,
  doneText,
  shows,
  onClose,
  onDone,
  reasonField = true,
  unsaved = false,
  children,
  size,
}: CommandDialogProps<O>) {
  const words = useUserPageMessages()
  const toast = useToast()
  const command = useOperation(operation)
  const once = useShownOnce()
  const [reason, setReason] = useState('')
  const confirm = async () => {
    const input = toInput(reason.trim() ? { reason: reason.trim() } : {})
    if (input === null) return
    try {
      const output = await command.mutateAsync(input)
      const secret = shows?.(output)
      if (secret) return once.show(secret)
      onDone?.(output)
      onClose()
      toast.show({ text: doneText(output) })
    } catch (thrown) {
      if (!isOperationError(thrown)) throw thrown
    }
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={title}
      description={text}
      confirmLabel={verb}
      danger={danger}
      {...(size ? { size, fullScreenWhenNarrow: size === 'wide' } : {})}
      busy={command.isPending}
      unsaved={unsaved || reason.trim() !== ''}
      onConfirm={() => void confirm()}
      refusal={command.error ? <RefusalCallout error={command.error} /> : undefined}
      {...once.dialog}
    >
      {typeof children === 'function' ? children(command.error) : children}
      {reasonField ? (
        <Field label={words.reason} optional hint={words.reasonHint}>
          <Textarea
            value={reason}
            maxLength={500}
            rows={2}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      ) : null}
    </ConfirmDialog>
  )
}
