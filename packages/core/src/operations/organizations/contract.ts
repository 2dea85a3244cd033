import { createOrganization } from './create-organization.js'
import { listOrganizations } from './list-organizations.js'
import { lockOrganization } from './lock-organization.js'
import { moveOrganization } from './move-organization.js'
import { unlockOrganization } from './unlock-organization.js'
import { updateOrganization } from './update-organization.js'

// By name as well, so that a page brings only the operations that it calls.
export {
  listOrganizations,
  createOrganization,
  updateOrganization,
  lockOrganization,
  unlockOrganization,
  moveOrganization,
}

/** The operations of `organizations`. */
export const organizations = {
  list: listOrganizations,
  create: createOrganization,
  update: updateOrganization,
  lock: lockOrganization,
  unlock: unlockOrganization,
  move: moveOrganization,
} as const
