import { beginSecurityKey } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithDialog } from './act.js'

/** Registers a security key that the administrator holds. */
export const enrollSecurityKey: Act & WithDialog = {
  commands: [beginSecurityKey],
  icon: 'key',
  group: 'signIn',
  dialog: actDialog((dialogs) => dialogs.EnrolSecurityKeyDialog),
}
