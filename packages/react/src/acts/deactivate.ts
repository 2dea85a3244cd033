import { deactivateUser, deactivateUsers } from '@rosterkit/core/browser'
import type { Act, WithBatch } from './act.js'

/** Suspends a user without losing anything. */
export const deactivate: Act & WithBatch = {
  commands: [deactivateUser],
  icon: 'pause',
  group: 'status',
  tone: 'danger',
  input: { reason: 'required' },
  endsAccess: true,
  undo: { act: 'reactivate' },
  batch: { command: deactivateUsers, button: true, reason: 'required' },
}
