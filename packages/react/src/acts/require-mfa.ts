import { requireMfa as requireMfaOfUser, requireMfaOfUsers } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithBatch, WithDialog } from './act.js'

/** Changes whether a user must use MFA. */
export const requireMfa: Act & WithBatch & WithDialog = {
  commands: [requireMfaOfUser],
  icon: 'shield',
  group: 'signIn',
  batch: { command: requireMfaOfUsers, fields: 'mfa', reason: 'optional' },
  dialog: lazyPart<ActDialogProps>(() =>
    import('../users/require-mfa-dialog.js').then((module) => module.RequireMfaDialog),
  ),
}
