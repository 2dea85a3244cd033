import { restoreUser, restoreUsers } from '@rosterkit/core/browser'
import type { Act, WithBatch } from './act.js'

/** Brings a deleted user back within the restore window. */
export const restore: Act & WithBatch = {
  commands: [restoreUser],
  icon: 'refresh',
  group: 'status',
  input: { reason: 'optional' },
  resolves: ['DELETED'],
  batch: { command: restoreUsers, reason: 'optional' },
}
