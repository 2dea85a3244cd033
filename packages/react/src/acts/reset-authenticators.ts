import {
  resetAuthenticators as resetAuthenticatorsOfUser,
  resetAuthenticatorsOfUsers,
} from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithBatch, WithDialog } from './act.js'

/** Deletes authenticators of a user, who then registers new ones. */
export const resetAuthenticators: Act & WithBatch & WithDialog = {
  commands: [resetAuthenticatorsOfUser],
  icon: 'refresh',
  group: 'signIn',
  tone: 'danger',
  pointlessWhen: ['DELETED'],
  batch: {
    command: resetAuthenticatorsOfUsers,
    fields: 'authenticatorTypes',
    reason: 'optional',
  },
  dialog: actDialog((dialogs) => dialogs.ResetAuthenticatorsDialog),
}
