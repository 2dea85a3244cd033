import { resendActivation, resendActivations } from '@rosterkit/core/browser'
import { actDialog } from './act-dialog.js'
import type { Act, WithBatch, WithDialog } from './act.js'

/** Invites a user again who has not finished onboarding. */
export const resend: Act & WithBatch & WithDialog = {
  commands: [resendActivation],
  icon: 'mail',
  group: 'status',
  resolves: ['PROVISIONED'],
  batch: { command: resendActivations, input: { delivery: 'mail' } },
  dialog: actDialog((dialogs) => dialogs.ResendActivationDialog),
}
