import type { Action } from './decide.js'

// What several operations must be allowed to do. Each is spread into its own operation, so that the
// rule is stated once.

/** Adding a user to an organization: `users.create`, and moving a user there. */
export const userCreation = {
  kind: 'command',
  permission: 'user:create',
  refusedUnderSso: true,
} as const satisfies Action

/** Adding an organization under another: `organizations.create`, and moving one there. */
export const organizationCreation = {
  kind: 'command',
  permission: 'organization:create',
} as const satisfies Action

/** Assigning a user to a group: `groups.assign`, and adding a user with groups. */
export const groupAssignment = {
  kind: 'command',
  permission: 'group:assign',
} as const satisfies Action

/** Seeing a user's groups: `groups.list`, and looking users up with their groups. */
export const groupListing = { kind: 'query', permission: 'group:read' } as const satisfies Action
