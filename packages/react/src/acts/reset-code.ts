import { issueResetCode } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithDialog } from './act.js'

/** Issues a code with which a user chooses a new secret code. */
export const resetCode: Act & WithDialog = {
  commands: [issueResetCode],
  icon: 'refresh',
  group: 'signIn',
  dialog: actDialog((dialogs) => dialogs.ResetCodeDialog),
}
