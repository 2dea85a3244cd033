import { deleteUser, deleteUsers } from '@rosterkit/core/browser'
import type { Act, WithBatch } from './act.js'

/** Deletes a user, who can be restored for a while. */
export const deleteAct: Act & WithBatch = {
  commands: [deleteUser],
  icon: 'trash',
  group: 'destroy',
  tone: 'danger',
  input: { reason: 'optional', userName: true },
  endsAccess: true,
  undo: { act: 'restore' },
  batch: { command: deleteUsers, reason: 'optional' },
}
