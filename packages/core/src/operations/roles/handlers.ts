import type { HandlersOf } from '../../context.js'
import { assignRoleHandler } from './assign-role.js'
import { listRolesHandler } from './list-roles.js'
import { setRoleValidityHandler } from './set-role-validity.js'
import { unassignRoleHandler } from './unassign-role.js'
import type { roles } from './contract.js'

/** What carries out {@link roles}. */
export const rolesHandlers: HandlersOf<typeof roles> = {
  list: listRolesHandler,
  assign: assignRoleHandler,
  unassign: unassignRoleHandler,
  setValidity: setRoleValidityHandler,
}
