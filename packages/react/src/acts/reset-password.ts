import {
  expirePassword,
  removePassword,
  sendPasswordReset,
  setTemporaryPassword,
} from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithDialog } from './act.js'

/** Resets a password: by link, with a temporary one, at the next sign-in, or by removing it. */
export const resetPassword: Act & WithDialog = {
  commands: [sendPasswordReset, setTemporaryPassword, expirePassword, removePassword],
  icon: 'edit',
  group: 'signIn',
  dialog: lazyPart<ActDialogProps>(() =>
    import('../credentials/reset-password-dialog.js').then((module) => module.ResetPasswordDialog),
  ),
}
