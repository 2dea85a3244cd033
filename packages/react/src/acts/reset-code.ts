import { issueResetCode } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithDialog } from './act.js'

/** Issues a code with which a user chooses a new secret code. */
export const resetCode: Act & WithDialog = {
  commands: [issueResetCode],
  icon: 'refresh',
  group: 'signIn',
  dialog: lazyPart<ActDialogProps>(() =>
    import('../credentials/reset-code-dialog.js').then((module) => module.ResetCodeDialog),
  ),
}
