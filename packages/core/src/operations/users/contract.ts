import { activateUser } from './activate-user.js'
import { checkUserName } from './check-user-name.js'
import { claimUserFields } from './claim-fields.js'
import { countUsers } from './count-users.js'
import { createUser } from './create-user.js'
import { deactivateUser } from './deactivate-user.js'
import { deleteUser } from './delete-user.js'
import { getUser } from './get-user.js'
import { listUsers } from './list-users.js'
import { lockUser } from './lock-user.js'
import { lookupUsers } from './lookup-users.js'
import { moveUser } from './move-user.js'
import { purgeUser } from './purge-user.js'
import { reactivateUser } from './reactivate-user.js'
import { requireMfa } from './require-mfa.js'
import { resendActivation } from './resend-activation.js'
import { restoreUser } from './restore-user.js'
import { setExternalId } from './set-external-id.js'
import { setUserValidity } from './set-user-validity.js'
import { unlockUser } from './unlock-user.js'
import { updateUser } from './update-user.js'

// By name as well, so that a page brings only the operations that it calls.
export {
  listUsers,
  countUsers,
  getUser,
  createUser,
  updateUser,
  activateUser,
  resendActivation,
  lockUser,
  unlockUser,
  deactivateUser,
  reactivateUser,
  setUserValidity,
  requireMfa,
  moveUser,
  deleteUser,
  restoreUser,
  purgeUser,
  checkUserName,
}

/** The operations of `users`. */
export const users = {
  list: listUsers,
  count: countUsers,
  get: getUser,
  create: createUser,
  update: updateUser,
  activate: activateUser,
  resendActivation,
  lock: lockUser,
  unlock: unlockUser,
  deactivate: deactivateUser,
  reactivate: reactivateUser,
  setValidity: setUserValidity,
  requireMfa,
  move: moveUser,
  delete: deleteUser,
  restore: restoreUser,
  purge: purgeUser,
  checkUserName,
} as const

/** Operations that only the host's own code may call. */
export const hostUsers = {
  claimFields: claimUserFields,
} as const

/** Operations that only a provisioning protocol may call. */
export const provisionedUsers = {
  lookup: lookupUsers,
  setExternalId,
} as const
