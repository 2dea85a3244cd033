import { activateUser } from '@rosterkit/core/browser'
import type { Act } from './act.js'

/** Invites a user who was added for later. */
export const activate: Act = {
  commands: [activateUser],
  icon: 'play',
  group: 'status',
  resolves: ['STAGED'],
}
