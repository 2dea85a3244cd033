import {
  assignRoleToUsers,
  deactivateUsers,
  deleteUsers,
  endSessionsOfUsers,
  lockUsers,
  reactivateUsers,
  requireMfaOfUsers,
  resendActivations,
  resetAuthenticatorsOfUsers,
  restoreUsers,
  unlockUsers,
} from './bulk-commands.js'
import { importUsers } from './import-users.js'

// By name as well, so that a page brings only the operations that it calls.
export {
  lockUsers,
  unlockUsers,
  deactivateUsers,
  reactivateUsers,
  deleteUsers,
  restoreUsers,
  resetAuthenticatorsOfUsers,
  requireMfaOfUsers,
  resendActivations,
  endSessionsOfUsers,
  assignRoleToUsers,
  importUsers,
}

/** The operations of `bulk`. */
export const bulk = {
  lock: lockUsers,
  unlock: unlockUsers,
  deactivate: deactivateUsers,
  reactivate: reactivateUsers,
  delete: deleteUsers,
  restore: restoreUsers,
  resetAuthenticators: resetAuthenticatorsOfUsers,
  requireMfa: requireMfaOfUsers,
  resendActivation: resendActivations,
  endSessions: endSessionsOfUsers,
  assignRole: assignRoleToUsers,
} as const

/** Batch commands that belong to `users`. */
export const userBatches = {
  import: importUsers,
} as const
