import { purgeUser } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithDialog } from './act.js'

/** Deletes a deleted user permanently. */
export const purge: Act & WithDialog = {
  commands: [purgeUser],
  icon: 'trash',
  group: 'destroy',
  tone: 'danger',
  resolves: ['DELETED'],
  dialog: actDialog((dialogs) => dialogs.PurgeUserDialog),
}
