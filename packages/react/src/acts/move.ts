import { moveUser } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithDialog } from './act.js'

/** Moves a user to another home organization. */
export const move: Act & WithDialog = {
  commands: [moveUser],
  icon: 'building',
  group: 'place',
  dialog: lazyPart<ActDialogProps>(() =>
    import('../users/move-user-dialog.js').then((module) => module.MoveUserDialog),
  ),
}
