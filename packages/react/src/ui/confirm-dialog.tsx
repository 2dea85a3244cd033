import { forwardRef, type FormEvent, type ReactNode } from 'react'
import { Button } from './button.js'
import { Callout } from './callout.js'
import {
  Dialog,
  DialogBody,
  DialogClose,
  DialogFooter,
  DialogForm,
  type DialogProps,
} from './dialog.js'

export interface ConfirmDialogProps extends DialogProps {
  /** The verb itself, "Lock user"; never "OK". */
  confirmLabel: string
  /** Destroys or locks out: the button is red. */
  danger?: boolean
  onConfirm: () => void
  /** Why it cannot be confirmed yet. */
  confirmDisabledReason?: string | undefined
  /** Another button before the verb. */
  beside?: ReactNode
  /** What was refused, kept in view above the buttons; what was typed stays. */
  refusal?: ReactNode
  /**
   * What came of it, in place of the fields and buttons: a body and a footer. The dialog stays the
   * same one, so that the focus later goes back where it came from.
   */
  outcome?: ReactNode
}

/**
 * A question with its verb: the shape of the lock, reset and delete dialogs. Its children are the
 * fields, Enter confirms.
 */
export const ConfirmDialog = forwardRef<HTMLDivElement, ConfirmDialogProps>(function ConfirmDialog(
  {
    confirmLabel,
    danger = false,
    onConfirm,
    confirmDisabledReason,
    beside,
    refusal,
    outcome,
    children,
    ...props
  },
  ref,
) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // React carries the event on to a form that this dialog's owner may stand in.
    event.stopPropagation()
    if (!props.busy && confirmDisabledReason === undefined) onConfirm()
  }
  return (
    <Dialog {...props} ref={ref}>
      {outcome ?? (
        <DialogForm onSubmit={submit}>
          {children || refusal ? (
            <DialogBody>
              {children}
              {typeof refusal === 'string' ? (
                <Callout tone="danger" role="alert" title={refusal} />
              ) : (
                refusal
              )}
            </DialogBody>
          ) : null}
          <DialogFooter>
            <DialogClose />
            {beside}
            <Button
              type="submit"
              variant={danger ? 'danger' : 'primary'}
              busy={props.busy}
              disabledReason={confirmDisabledReason}
            >
              {confirmLabel}
            </Button>
          </DialogFooter>
        </DialogForm>
      )}
    </Dialog>
  )
})
