import type { ActDialogProps } from '../acts/act.js'
import { acts, isConfirmed, type UserAct } from '../acts/acts.js'
import { ConfirmActDialog } from './confirm-act-dialog.js'

/** What every dialog about a user takes. */
export interface UserDialogProps extends Omit<ActDialogProps, 'onClose'> {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** What {@link UserActDialog} takes: which act, on whom. */
export interface UserActDialogProps extends UserDialogProps {
  act: UserAct
}

/** The dialog of one act on a user: its own where it has one, else the one that confirms any act. */
export function UserActDialog({ act, open, onOpenChange, ...props }: UserActDialogProps) {
  const close = () => onOpenChange(false)
  if (isConfirmed(act)) return <ConfirmActDialog act={act} open={open} onClose={close} {...props} />
  const Dialog = acts[act].dialog
  return open && Dialog ? <Dialog onClose={close} {...props} /> : null
}
