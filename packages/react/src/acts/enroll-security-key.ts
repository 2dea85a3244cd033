import { beginSecurityKey } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithDialog } from './act.js'

/** Registers a security key that the administrator holds. */
export const enrollSecurityKey: Act & WithDialog = {
  commands: [beginSecurityKey],
  icon: 'key',
  group: 'signIn',
  dialog: lazyPart<ActDialogProps>(() =>
    import('../authenticators/enrol-security-key-dialog.js').then(
      (module) => module.EnrolSecurityKeyDialog,
    ),
  ),
}
