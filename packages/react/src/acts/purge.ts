import { purgeUser } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithDialog } from './act.js'

/** Deletes a deleted user permanently. */
export const purge: Act & WithDialog = {
  commands: [purgeUser],
  icon: 'trash',
  group: 'destroy',
  tone: 'danger',
  resolves: ['DELETED'],
  dialog: lazyPart<ActDialogProps>(() =>
    import('../users/purge-user-dialog.js').then((module) => module.PurgeUserDialog),
  ),
}
