import { endAllSessions, endSessionsOfUsers } from '@rosterkit/core/browser'
import { lazyPart } from '../ui/lazy-part.js'
import type { Act, ActDialogProps, WithBatch, WithDialog } from './act.js'

/** Ends all sessions and tokens of a user. */
export const endSessions: Act & WithBatch & WithDialog = {
  commands: [endAllSessions],
  icon: 'sign-out',
  group: 'signIn',
  tone: 'danger',
  pointlessWhen: ['DELETED'],
  batch: { command: endSessionsOfUsers, reason: 'optional' },
  dialog: lazyPart<ActDialogProps>(() =>
    import('../sessions/end-sessions-dialog.js').then((module) => module.EndSessionsDialog),
  ),
}
