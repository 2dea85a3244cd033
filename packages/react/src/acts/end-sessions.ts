import { endAllSessions, endSessionsOfUsers } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithBatch, WithDialog } from './act.js'

/** Ends all sessions and tokens of a user. */
export const endSessions: Act & WithBatch & WithDialog = {
  commands: [endAllSessions],
  icon: 'sign-out',
  group: 'signIn',
  tone: 'danger',
  pointlessWhen: ['DELETED'],
  batch: { command: endSessionsOfUsers, reason: 'optional' },
  dialog: actDialog((dialogs) => dialogs.EndSessionsDialog),
}
