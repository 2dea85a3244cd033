import { assignRole } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithDialog } from './act.js'

/** Replaces a role of a user, or assigns another one. */
export const changeRole: Act & WithDialog = {
  commands: [assignRole],
  icon: 'users',
  group: 'place',
  dialog: lazyPart<ActDialogProps>(() =>
    import('../roles/change-role-dialog.js').then((module) => module.ChangeRoleDialog),
  ),
}
