import { moveUser } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithDialog } from './act.js'

/** Moves a user to another home organization. */
export const move: Act & WithDialog = {
  commands: [moveUser],
  icon: 'building',
  group: 'place',
  dialog: actDialog((dialogs) => dialogs.MoveUserDialog),
}
