import { requireMfa as requireMfaOfUser, requireMfaOfUsers } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithBatch, WithDialog } from './act.js'

/** Changes whether a user must use MFA. */
export const requireMfa: Act & WithBatch & WithDialog = {
  commands: [requireMfaOfUser],
  icon: 'shield',
  group: 'signIn',
  batch: { command: requireMfaOfUsers, fields: 'mfa', reason: 'optional' },
  dialog: actDialog((dialogs) => dialogs.RequireMfaDialog),
}
