import { reactivateUser, reactivateUsers } from '@rosterkit/core/browser'
import type { Act, WithBatch } from './act.js'

/** Gives a deactivated user their access back. */
export const reactivate: Act & WithBatch = {
  commands: [reactivateUser],
  icon: 'play',
  group: 'status',
  input: { reason: 'optional' },
  resolves: ['DEACTIVATED'],
  batch: { command: reactivateUsers, reason: 'optional' },
}
