import { lockUser, lockUsers, unlockUser } from '@rosterkit/core/browser'
import type { Act, WithBatch } from './act.js'

/** Locks a user until an administrator unlocks them, or until the time given. */
export const lock: Act & WithBatch = {
  commands: [lockUser],
  icon: 'lock',
  group: 'status',
  tone: 'danger',
  input: { reason: 'required', until: true },
  endsAccess: true,
  // A batch may contain users who had another lock before: undo removes only this one.
  undo: { act: 'unlock', batchInput: { kind: 'administrator' } },
  hiddenWhile: unlockUser,
  batch: { command: lockUsers, button: true, reason: 'required' },
}
