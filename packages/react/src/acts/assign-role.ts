import { assignRole as assignRoleToUser, assignRoleToUsers } from '@rosterkit/core/browser'
import type { Act, WithBatch } from './act.js'

/** Assigns a role to several users; for a single user, changing the role includes it. */
export const assignRole: Act & WithBatch = {
  commands: [assignRoleToUser],
  icon: 'users',
  group: 'place',
  batch: { command: assignRoleToUsers, fields: 'role' },
}
