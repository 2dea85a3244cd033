import { assignRole } from './assign-role.js'
import { listRoles } from './list-roles.js'
import { setRoleValidity } from './set-role-validity.js'
import { unassignRole } from './unassign-role.js'

// By name as well, so that a page brings only the operations that it calls.
export { listRoles, assignRole, unassignRole, setRoleValidity }

/** The operations of `roles`. */
export const roles = {
  list: listRoles,
  assign: assignRole,
  unassign: unassignRole,
  setValidity: setRoleValidity,
} as const
