// What pages use: each operation by name, so that a page brings those it calls and no others; no
// handler comes along.
export { listUserAudit, verifyAudit } from './audit/list-audit.js'
export { deleteAuthenticator } from './authenticators/delete-authenticator.js'
export { listAuthenticators } from './authenticators/list-authenticators.js'
export { lockAuthenticator } from './authenticators/lock-authenticator.js'
export {
  listOwnAuthenticators,
  lockOwnAuthenticator,
  unlockOwnAuthenticator,
} from './authenticators/own-authenticators.js'
export { resetAuthenticators } from './authenticators/reset-authenticators.js'
export { unlockAuthenticator } from './authenticators/unlock-authenticator.js'
export { beginSecurityKey, finishSecurityKey } from './authenticators/enrol-security-key.js'
export { issueEnrolmentLink } from './authenticators/issue-enrolment-link.js'
export { expirePassword } from './credentials/expire-password.js'
export { issueResetCode } from './credentials/issue-reset-code.js'
export { removePassword } from './credentials/remove-password.js'
export { sendPasswordReset } from './credentials/send-password-reset.js'
export { setTemporaryPassword } from './credentials/set-temporary-password.js'
export { listUserMails } from './mail/list-mails.js'
export { finishOnboarding } from './redeem/finish-onboarding.js'
export { openLink } from './redeem/open.js'
export {
  beginOwnSecurityKey,
  beginOwnTotp,
  finishOwnSecurityKey,
  finishOwnTotp,
} from './redeem/register-factor.js'
export { requestRecovery } from './redeem/request-recovery.js'
export { chooseSecretCode, resetSecretCode } from './redeem/secret-code.js'
export { setPassword } from './redeem/set-password.js'
export { listSecrets } from './secrets/list-secrets.js'
export { resendActivation } from './users/resend-activation.js'
export {
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
export { getCaller } from './callers/get-caller.js'
export { createOrganization } from './organizations/create-organization.js'
export { listOrganizations } from './organizations/list-organizations.js'
export { lockOrganization } from './organizations/lock-organization.js'
export { moveOrganization } from './organizations/move-organization.js'
export { unlockOrganization } from './organizations/unlock-organization.js'
export { updateOrganization } from './organizations/update-organization.js'
export { assignPersona } from './personas/assign-persona.js'
export { listPersonas } from './personas/list-personas.js'
export { removePersona } from './personas/remove-persona.js'
export { updatePersona } from './personas/update-persona.js'
export {
  assignApplication,
  createApplication,
  listApplications,
  searchApplications,
  unassignApplication,
} from './resources/applications.js'
export {
  assignGroup,
  createGroup,
  listGroups,
  searchGroups,
  unassignGroup,
} from './resources/groups.js'
export { endAllSessions, endSession } from './sessions/end-sessions.js'
export { listSessions } from './sessions/list-sessions.js'
export { listRoles } from './roles/list-roles.js'
export { activateUser } from './users/activate-user.js'
export { checkUserName } from './users/check-user-name.js'
export { countUsers, userFacets, type UserFacet } from './users/count-users.js'
export { createUser } from './users/create-user.js'
export { importUsers } from './transfer/import-users.js'
export { getUser } from './users/get-user.js'
export { listUsers } from './users/list-users.js'
export { lockUser } from './users/lock-user.js'
export { assignRole } from './roles/assign-role.js'
export { setRoleValidity } from './roles/set-role-validity.js'
export { unassignRole } from './roles/unassign-role.js'
export { deactivateUser } from './users/deactivate-user.js'
export { deleteUser } from './users/delete-user.js'
export { moveUser } from './users/move-user.js'
export { purgeUser } from './users/purge-user.js'
export { reactivateUser } from './users/reactivate-user.js'
export { requireMfa } from './users/require-mfa.js'
export { restoreUser } from './users/restore-user.js'
export { setUserValidity } from './users/set-user-validity.js'
export { unlockUser } from './users/unlock-user.js'
export { updateUser } from './users/update-user.js'

// The rule by which two usernames are the same, for asking before the server does.
export { foldUserName } from './users/user-name.js'

// Files of people: everything but the parser.
export { openUserFile, type CsvParser, type UserFile } from './transfer/csv-file.js'
export { exportFile, type ExportedUsers } from './transfer/export-file.js'
export { isFileRefusal, type FileRefusal, type FileRefusalCode } from './transfer/file-refusal.js'
export {
  importFile,
  refusedLines,
  type ImportChoices,
  type LineOutcome,
} from './transfer/import-file.js'
export { userColumns, type UserColumn } from './transfer/user-columns.js'

// The client's own parts, the refusals, and the words of the domain.
export {
  clientOf,
  isOperationError,
  lazyClientOf,
  OperationError,
  type CallOptions,
  type ClientOf,
  type Contract,
  type OperationCall,
  type SendOptions,
} from './kernel/client.js'
export type { Failure, FailureCode, InputIssue } from './kernel/failure.js'
export { unavailableWords, type FailureWords } from './kernel/unavailable.js'
export { parseInput } from './kernel/input.js'
export type { Plan } from './kernel/plan.js'
export {
  takesIdempotencyKey,
  takesPlan,
  type HttpRoute,
  type InputOf,
  type Operation,
  type OutputOf,
  type ParsedInputOf,
} from './kernel/operation.js'
export type { DecisionView } from './kernel/decision.js'
export type { Actor } from './kernel/actor.js'
export type { Count } from './kernel/page.js'
export { mfaState, mfaStates, type MfaState } from './users/mfa-state.js'
export { statuses, type Explanation, type Status, type StatusReason } from './users/status.js'
export { userSortKeys, type UserSortKey } from './users/user-store.js'
export type { UserView } from './users/user-view.js'
export type { LockKind } from './locks/lock.js'
export type { OrganizationView } from './organizations/organization-view.js'
export type { ResourceView } from './resources/resource.js'
export type { RoleView } from './roles/role-view.js'
export type { RoleAssignmentView } from './roles/role-assignment.js'
export type { RosterClient, RosterContract } from './contract.js'
