import {
  resetAuthenticators as resetAuthenticatorsOfUser,
  resetAuthenticatorsOfUsers,
} from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithBatch, WithDialog } from './act.js'

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
  dialog: lazyPart<ActDialogProps>(() =>
    import('../authenticators/reset-authenticators-dialog.js').then(
      (module) => module.ResetAuthenticatorsDialog,
    ),
  ),
}
