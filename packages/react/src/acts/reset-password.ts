import {
  expirePassword,
  removePassword,
  sendPasswordReset,
  setTemporaryPassword,
} from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithDialog } from './act.js'

/** Resets a password: by link, with a temporary one, at the next sign-in, or by removing it. */
export const resetPassword: Act & WithDialog = {
  commands: [sendPasswordReset, setTemporaryPassword, expirePassword, removePassword],
  icon: 'edit',
  group: 'signIn',
  dialog: actDialog((dialogs) => dialogs.ResetPasswordDialog),
}
