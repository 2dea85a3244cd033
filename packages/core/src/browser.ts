// What pages use: each operation by name, so that a page brings only those that it calls. No
// handler comes along, and nothing of an operation that only servers read: its summary, example,
// failures, output, and a query's input are left out of the built modules (see server-fields.ts).
export * from './operations/applications/contract.js'
export * from './operations/audit/contract.js'
export * from './operations/authenticators/contract.js'
export * from './operations/callers/contract.js'
export * from './operations/groups/contract.js'
export * from './operations/organizations/contract.js'
export * from './operations/outbox/contract.js'
export * from './operations/passwords/contract.js'
export * from './operations/personas/contract.js'
export * from './operations/redeem/contract.js'
export * from './operations/roles/contract.js'
export * from './operations/secret-codes/contract.js'
export * from './operations/secrets/contract.js'
export * from './operations/sessions/contract.js'
export * from './operations/users/contract.js'
export * from './batch/contract.js'
export { userFacets, type UserFacet } from './domain/users/user-facets.js'

// The rule by which two usernames are the same, for asking before the server does.
export { foldUserName } from './domain/users/user-name.js'

// Files of users: everything but the parser.
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
export { mfaState, mfaStates, type MfaState } from './domain/users/mfa-state.js'
export type { Explanation, StatusReason } from './domain/users/status.js'
export { statuses, type Status } from './domain/users/status-view.js'
export { userSortKeys, type UserSortKey } from './domain/users/user-store.js'
export type { UserView } from './domain/users/user-view.js'
export type { LockKind } from './domain/locks/lock.js'
export type { OrganizationView } from './domain/organizations/organization-view.js'
export type { ResourceView } from './domain/resources/resource.js'
export type { RoleView } from './domain/roles/role-view.js'
export type { RoleAssignmentView } from './domain/roles/role-assignment.js'
export type { RosterClient, RosterContract } from './contract.js'
