import { resetAuthenticators } from '../authenticators/reset-authenticators.js'
import { assignRole } from '../roles/assign-role.js'
import { endAllSessions } from '../sessions/end-sessions.js'
import { deactivateUser } from '../users/deactivate-user.js'
import { deleteUser } from '../users/delete-user.js'
import { lockUser } from '../users/lock-user.js'
import { reactivateUser } from '../users/reactivate-user.js'
import { requireMfa } from '../users/require-mfa.js'
import { restoreUser } from '../users/restore-user.js'
import { resendActivation } from '../users/resend-activation.js'
import { unlockUser } from '../users/unlock-user.js'
import { severally } from './bulk-command.js'

/** {@link lockUser} for up to 100 people, each judged for themself. */
export const lockUsers = severally(lockUser, {
  name: 'bulk.lock',
  path: '/bulk/lock',
  summary: 'Locks several people out.',
})
/** {@link unlockUser} for up to 100 people, each judged for themself. */
export const unlockUsers = severally(unlockUser, {
  name: 'bulk.unlock',
  path: '/bulk/unlock',
  summary: 'Lifts the locks of one kind from several people.',
})
/** {@link deactivateUser} for up to 100 people, each judged for themself. */
export const deactivateUsers = severally(deactivateUser, {
  name: 'bulk.deactivate',
  path: '/bulk/deactivate',
  summary: 'Deactivates several people.',
})
/** {@link reactivateUser} for up to 100 people, each judged for themself. */
export const reactivateUsers = severally(reactivateUser, {
  name: 'bulk.reactivate',
  path: '/bulk/reactivate',
  summary: 'Reactivates several people.',
})
/**
 * {@link deleteUser} for up to 100 people, each judged for themself; only by a plan that was looked
 * at.
 */
export const deleteUsers = severally(deleteUser, {
  name: 'bulk.delete',
  path: '/bulk/delete',
  summary: 'Deletes several people, of whom a plan was made.',
  confirmedByPlan: true,
})
/** {@link restoreUser} for up to 100 people, each judged for themself. */
export const restoreUsers = severally(restoreUser, {
  name: 'bulk.restore',
  path: '/bulk/restore',
  summary: 'Restores several people who were deleted.',
})
/** {@link resetAuthenticators} for up to 100 people, each judged for themself. */
export const resetAuthenticatorsOfUsers = severally(resetAuthenticators, {
  name: 'bulk.resetAuthenticators',
  path: '/bulk/reset-authenticators',
  summary: 'Resets the authenticators of several people, all or those of some types.',
})
/** {@link requireMfa} for up to 100 people, each judged for themself. */
export const requireMfaOfUsers = severally(requireMfa, {
  name: 'bulk.requireMfa',
  path: '/bulk/mfa',
  summary: 'Makes several people register a second factor.',
})
/** {@link resendActivation} for up to 100 people, each judged for themself. */
export const resendActivations = severally(resendActivation, {
  name: 'bulk.resendActivation',
  path: '/bulk/resend-activation',
  summary: 'Sends several people a new onboarding link.',
})
/** {@link endAllSessions} for up to 100 people, each judged for themself. */
export const endSessionsOfUsers = severally(endAllSessions, {
  name: 'bulk.endSessions',
  path: '/bulk/end-sessions',
  summary: 'Ends everything that is open for several people.',
})
/** {@link assignRole} for up to 100 people, each judged for themself. */
export const assignRoleToUsers = severally(assignRole, {
  name: 'bulk.assignRole',
  path: '/bulk/roles',
  summary: 'Gives several people a role.',
})
