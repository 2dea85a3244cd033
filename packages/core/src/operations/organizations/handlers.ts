import type { HandlersOf } from '../../context.js'
import { createOrganizationHandler } from './create-organization.js'
import { listOrganizationsHandler } from './list-organizations.js'
import { lockOrganizationHandler } from './lock-organization.js'
import { moveOrganizationHandler } from './move-organization.js'
import { unlockOrganizationHandler } from './unlock-organization.js'
import { updateOrganizationHandler } from './update-organization.js'
import type { organizations } from './contract.js'

/** What carries out {@link organizations}. */
export const organizationsHandlers: HandlersOf<typeof organizations> = {
  list: listOrganizationsHandler,
  create: createOrganizationHandler,
  update: updateOrganizationHandler,
  lock: lockOrganizationHandler,
  unlock: unlockOrganizationHandler,
  move: moveOrganizationHandler,
}
