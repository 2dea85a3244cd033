import { resetAuthenticators } from '../operations/authenticators/reset-authenticators.js'
import { assignRole } from '../operations/roles/assign-role.js'
import { endAllSessions } from '../operations/sessions/end-all-sessions.js'
import { deactivateUser } from '../operations/users/deactivate-user.js'
import { deleteUser } from '../operations/users/delete-user.js'
import { lockUser } from '../operations/users/lock-user.js'
import { reactivateUser } from '../operations/users/reactivate-user.js'
import { requireMfa } from '../operations/users/require-mfa.js'
import { restoreUser } from '../operations/users/restore-user.js'
import { resendActivation } from '../operations/users/resend-activation.js'
import { unlockUser } from '../operations/users/unlock-user.js'
import { bulkCommand } from './bulk-command.js'

/** {@link lockUser} for up to 100 users, each judged for themself. */
export const lockUsers = bulkCommand(lockUser, {
  name: 'bulk.lock',
  path: '/bulk/lock',
  summary: 'Locks several users.',
})
/** {@link unlockUser} for up to 100 users, each judged for themself. */
export const unlockUsers = bulkCommand(unlockUser, {
  name: 'bulk.unlock',
  path: '/bulk/unlock',
  summary: 'Removes the locks of one kind from several users.',
})
/** {@link deactivateUser} for up to 100 users, each judged for themself. */
export const deactivateUsers = bulkCommand(deactivateUser, {
  name: 'bulk.deactivate',
  path: '/bulk/deactivate',
  summary: 'Deactivates several users.',
})
/** {@link reactivateUser} for up to 100 users, each judged for themself. */
export const reactivateUsers = bulkCommand(reactivateUser, {
  name: 'bulk.reactivate',
  path: '/bulk/reactivate',
  summary: 'Reactivates several users.',
})
/**
 * {@link deleteUser} for up to 100 users, each judged for themself; only by a plan that was looked
 * at.
 */
export const deleteUsers = bulkCommand(deleteUser, {
  name: 'bulk.delete',
  path: '/bulk/delete',
  summary: 'Deletes several users, as planned.',
  confirmedByPlan: true,
})
/** {@link restoreUser} for up to 100 users, each judged for themself. */
export const restoreUsers = bulkCommand(restoreUser, {
  name: 'bulk.restore',
  path: '/bulk/restore',
  summary: 'Restores several deleted users.',
})
/** {@link resetAuthenticators} for up to 100 users, each judged for themself. */
export const resetAuthenticatorsOfUsers = bulkCommand(resetAuthenticators, {
  name: 'bulk.resetAuthenticators',
  path: '/bulk/reset-authenticators',
  summary: 'Resets the authenticators of several users, all or those of some types.',
})
/** {@link requireMfa} for up to 100 users, each judged for themself. */
export const requireMfaOfUsers = bulkCommand(requireMfa, {
  name: 'bulk.requireMfa',
  path: '/bulk/mfa',
  summary: 'Requires several users to set up MFA.',
})
/** {@link resendActivation} for up to 100 users, each judged for themself. */
export const resendActivations = bulkCommand(resendActivation, {
  name: 'bulk.resendActivation',
  path: '/bulk/resend-activation',
  summary: 'Sends several users a new onboarding link.',
})
/** {@link endAllSessions} for up to 100 users, each judged for themself. */
export const endSessionsOfUsers = bulkCommand(endAllSessions, {
  name: 'bulk.endSessions',
  path: '/bulk/end-sessions',
  summary: 'Ends all sessions and tokens of several users.',
})
/** {@link assignRole} for up to 100 users, each judged for themself. */
export const assignRoleToUsers = bulkCommand(assignRole, {
  name: 'bulk.assignRole',
  path: '/bulk/roles',
  summary: 'Assigns several users a role.',
})
