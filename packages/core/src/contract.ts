import { listUserAudit, verifyAudit } from './audit/list-audit.js'
import { deleteAuthenticator } from './authenticators/delete-authenticator.js'
import { listAuthenticators } from './authenticators/list-authenticators.js'
import { lockAuthenticator } from './authenticators/lock-authenticator.js'
import {
  listOwnAuthenticators,
  lockOwnAuthenticator,
  unlockOwnAuthenticator,
} from './authenticators/own-authenticators.js'
import { resetAuthenticators } from './authenticators/reset-authenticators.js'
import { unlockAuthenticator } from './authenticators/unlock-authenticator.js'
import { beginSecurityKey, finishSecurityKey } from './authenticators/enrol-security-key.js'
import { issueEnrolmentLink } from './authenticators/issue-enrolment-link.js'
import { expirePassword } from './credentials/expire-password.js'
import { issueResetCode } from './credentials/issue-reset-code.js'
import { removePassword } from './credentials/remove-password.js'
import { sendPasswordReset } from './credentials/send-password-reset.js'
import { setTemporaryPassword } from './credentials/set-temporary-password.js'
import { listUserMails } from './mail/list-mails.js'
import { finishOnboarding } from './redeem/finish-onboarding.js'
import { openLink } from './redeem/open.js'
import {
  beginOwnSecurityKey,
  beginOwnTotp,
  finishOwnSecurityKey,
  finishOwnTotp,
} from './redeem/register-factor.js'
import { requestRecovery } from './redeem/request-recovery.js'
import { chooseSecretCode, resetSecretCode } from './redeem/secret-code.js'
import { setPassword } from './redeem/set-password.js'
import { listSecrets } from './secrets/list-secrets.js'
import { resendActivation } from './users/resend-activation.js'
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
} from './bulk/bulk-commands.js'
import { getCaller } from './callers/get-caller.js'
import type { ClientOf } from './kernel/client.js'
import type { Operation } from './kernel/operation.js'
import { createOrganization } from './organizations/create-organization.js'
import { listOrganizations } from './organizations/list-organizations.js'
import { lockOrganization } from './organizations/lock-organization.js'
import { moveOrganization } from './organizations/move-organization.js'
import { unlockOrganization } from './organizations/unlock-organization.js'
import { updateOrganization } from './organizations/update-organization.js'
import { assignPersona } from './personas/assign-persona.js'
import { listPersonas } from './personas/list-personas.js'
import { removePersona } from './personas/remove-persona.js'
import { updatePersona } from './personas/update-persona.js'
import {
  assignApplication,
  createApplication,
  listApplications,
  searchApplications,
  unassignApplication,
} from './resources/applications.js'
import {
  assignGroup,
  createGroup,
  listGroups,
  searchGroups,
  unassignGroup,
} from './resources/groups.js'
import { endAllSessions, endSession } from './sessions/end-sessions.js'
import { listSessions } from './sessions/list-sessions.js'
import { listRoles } from './roles/list-roles.js'
import { activateUser } from './users/activate-user.js'
import { checkUserName } from './users/check-user-name.js'
import { countUsers } from './users/count-users.js'
import { importUsers } from './transfer/import-users.js'
import { createUser } from './users/create-user.js'
import { getUser } from './users/get-user.js'
import { listUsers } from './users/list-users.js'
import { lockUser } from './users/lock-user.js'
import { assignRole } from './roles/assign-role.js'
import { setRoleValidity } from './roles/set-role-validity.js'
import { unassignRole } from './roles/unassign-role.js'
import { deactivateUser } from './users/deactivate-user.js'
import { deleteUser } from './users/delete-user.js'
import { moveUser } from './users/move-user.js'
import { purgeUser } from './users/purge-user.js'
import { reactivateUser } from './users/reactivate-user.js'
import { requireMfa } from './users/require-mfa.js'
import { restoreUser } from './users/restore-user.js'
import { setUserValidity } from './users/set-user-validity.js'
import { unlockUser } from './users/unlock-user.js'
import { updateUser } from './users/update-user.js'

/**
 * Every operation of a roster, in the groups by which clients call them. Holds no handler, so it
 * may go to a browser.
 */
export const contract = {
  caller: { get: getCaller },
  organizations: {
    list: listOrganizations,
    create: createOrganization,
    update: updateOrganization,
    lock: lockOrganization,
    unlock: unlockOrganization,
    move: moveOrganization,
  },
  roles: {
    list: listRoles,
    assign: assignRole,
    unassign: unassignRole,
    setValidity: setRoleValidity,
  },
  users: {
    list: listUsers,
    count: countUsers,
    get: getUser,
    create: createUser,
    import: importUsers,
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
  },
  personas: {
    list: listPersonas,
    assign: assignPersona,
    update: updatePersona,
    remove: removePersona,
  },
  authenticators: {
    list: listAuthenticators,
    lock: lockAuthenticator,
    unlock: unlockAuthenticator,
    delete: deleteAuthenticator,
    reset: resetAuthenticators,
    beginSecurityKey,
    finishSecurityKey,
    issueEnrolmentLink,
    listOwn: listOwnAuthenticators,
    lockOwn: lockOwnAuthenticator,
    unlockOwn: unlockOwnAuthenticator,
  },
  passwords: {
    sendReset: sendPasswordReset,
    setTemporary: setTemporaryPassword,
    remove: removePassword,
    expire: expirePassword,
  },
  secretCodes: { issueResetCode },
  secrets: { list: listSecrets },
  mails: { ofUser: listUserMails },
  sessions: { list: listSessions, end: endSession, endAll: endAllSessions },
  groups: {
    search: searchGroups,
    list: listGroups,
    create: createGroup,
    assign: assignGroup,
    unassign: unassignGroup,
  },
  applications: {
    search: searchApplications,
    list: listApplications,
    create: createApplication,
    assign: assignApplication,
    unassign: unassignApplication,
  },
  audit: { ofUser: listUserAudit, verify: verifyAudit },
  bulk: {
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
  },
  redeem: {
    open: openLink,
    finishOnboarding,
    setPassword,
    beginSecurityKey: beginOwnSecurityKey,
    finishSecurityKey: finishOwnSecurityKey,
    beginTotp: beginOwnTotp,
    finishTotp: finishOwnTotp,
    chooseSecretCode,
    resetSecretCode,
    requestRecovery,
  },
} as const

/** The operations of a roster; see {@link contract}. */
export type RosterContract = typeof contract

/** A client of a roster, over HTTP or in process: `client.users.lock({ userId, reason })`. */
export type RosterClient = ClientOf<RosterContract>

/** The operations as a flat list, in the contract's order. */
export const operations: readonly Operation[] = Object.values(contract).flatMap(
  (group): Operation[] => Object.values(group),
)

/** Finds an operation by its name; undefined when there is none. */
export function operationNamed(name: string): Operation | undefined {
  return operations.find((operation) => operation.name === name)
}
