import { unlockUser, unlockUsers } from '@rosterkit/core/browser'
import type { Act, WithBatch } from './act.js'

/** Removes the lock that the status shows. */
export const unlock: Act & WithBatch = {
  commands: [unlockUser],
  icon: 'unlock',
  group: 'status',
  input: { reason: 'optional' },
  resolves: ['LOCKED_BY_ADMIN', 'AUTO_LOCKED'],
  batch: { command: unlockUsers, button: true, reason: 'optional' },
}
