import { assignRole } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithDialog } from './act.js'

/** Replaces a role of a user, or assigns another one. */
export const changeRole: Act & WithDialog = {
  commands: [assignRole],
  icon: 'users',
  group: 'place',
  dialog: actDialog((dialogs) => dialogs.ChangeRoleDialog),
}
