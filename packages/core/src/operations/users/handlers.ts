import type { HandlersOf } from '../../context.js'
import { activateUserHandler } from './activate-user.js'
import { checkUserNameHandler } from './check-user-name.js'
import { claimUserFieldsHandler } from './claim-fields.js'
import { countUsersHandler } from './count-users.js'
import { createUserHandler } from './create-user.js'
import { deactivateUserHandler } from './deactivate-user.js'
import { deleteUserHandler } from './delete-user.js'
import { getUserHandler } from './get-user.js'
import { listUsersHandler } from './list-users.js'
import { lockUserHandler } from './lock-user.js'
import { lookupUsersHandler } from './lookup-users.js'
import { moveUserHandler } from './move-user.js'
import { purgeUserHandler } from './purge-user.js'
import { reactivateUserHandler } from './reactivate-user.js'
import { requireMfaHandler } from './require-mfa.js'
import { resendActivationHandler } from './resend-activation.js'
import { restoreUserHandler } from './restore-user.js'
import { setExternalIdHandler } from './set-external-id.js'
import { setUserValidityHandler } from './set-user-validity.js'
import { unlockUserHandler } from './unlock-user.js'
import { updateUserHandler } from './update-user.js'
import type { users, hostUsers, provisionedUsers } from './contract.js'

/** What carries out {@link users}. */
export const usersHandlers: HandlersOf<typeof users> = {
  list: listUsersHandler,
  count: countUsersHandler,
  get: getUserHandler,
  create: createUserHandler,
  update: updateUserHandler,
  activate: activateUserHandler,
  resendActivation: resendActivationHandler,
  lock: lockUserHandler,
  unlock: unlockUserHandler,
  deactivate: deactivateUserHandler,
  reactivate: reactivateUserHandler,
  setValidity: setUserValidityHandler,
  requireMfa: requireMfaHandler,
  move: moveUserHandler,
  delete: deleteUserHandler,
  restore: restoreUserHandler,
  purge: purgeUserHandler,
  checkUserName: checkUserNameHandler,
}

/** What carries out {@link hostUsers}. */
export const hostUsersHandlers: HandlersOf<typeof hostUsers> = {
  claimFields: claimUserFieldsHandler,
}

/** What carries out {@link provisionedUsers}. */
export const provisionedUsersHandlers: HandlersOf<typeof provisionedUsers> = {
  lookup: lookupUsersHandler,
  setExternalId: setExternalIdHandler,
}
