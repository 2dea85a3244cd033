import { resendActivation, resendActivations } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithBatch, WithDialog } from './act.js'

/** Invites a user again who has not finished onboarding. */
export const resend: Act & WithBatch & WithDialog = {
  commands: [resendActivation],
  icon: 'mail',
  group: 'status',
  resolves: ['PROVISIONED'],
  batch: { command: resendActivations, input: { delivery: 'mail' } },
  dialog: lazyPart<ActDialogProps>(() =>
    import('../users/resend-activation-dialog.js').then((module) => module.ResendActivationDialog),
  ),
}
