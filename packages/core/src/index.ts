// Making a roster
export { createRoster, type Roster, type RosterOptions } from './roster.js'
export { defaultPolicy, type Policy } from './domain/policy.js'
export type { CallerRef, Provisioning } from './domain/callers/caller.js'
export type { Call } from './context.js'

// The contract and its clients
export {
  contract,
  operations,
  operationNamed,
  type RosterClient,
  type RosterContract,
} from './contract.js'
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
export {
  failuresOf,
  takesIdempotencyKey,
  takesPlan,
  type HttpRoute,
  type InputOf,
  type Operation,
  type OutputOf,
  type ParsedInputOf,
} from './kernel/operation.js'
export {
  failures,
  failureSentence,
  failureTitle,
  failureWords,
  type Failure,
  type FailureCode,
  type InputIssue,
} from './kernel/failure.js'
export type { Result } from './kernel/result.js'
export { parseInput } from './kernel/input.js'

// Users
export { displayName } from './domain/users/user.js'
export { userLifecycle, type UserState } from './domain/users/user-lifecycle.js'
export {
  explain,
  statuses,
  type Explanation,
  type Status,
  type StatusReason,
} from './domain/users/status.js'
export { mfaState, mfaStates, type MfaState } from './domain/users/mfa-state.js'
export { foldUserName } from './domain/users/user-name.js'
export type { UserView } from './domain/users/user-view.js'
export type { LookedUpUser } from './operations/users/lookup-users.js'
export { editableFields, type EditableField, type FieldOwner } from './domain/users/user.js'
export { lockKinds, type LockKind } from './domain/locks/lock.js'

// Organizations and roles

export type { OrganizationView } from './domain/organizations/organization-view.js'
export { builtInRoles, type Role } from './domain/roles/role.js'
export type { RoleView } from './domain/roles/role-view.js'
export type { RoleAssignmentView } from './domain/roles/role-assignment.js'
export { permissions, type Permission } from './kernel/permission.js'
export type { DecisionView } from './kernel/decision.js'

// What belongs to users
export type {
  PersonaType,
  PersonaView,
  Delegation,
  Entitlement,
} from './domain/personas/persona.js'
export { authenticatorLifecycle } from './domain/authenticators/authenticator-lifecycle.js'
export {
  authenticatorTypes,
  type AuthenticatorType,
  type AuthenticatorView,
} from './domain/authenticators/authenticator.js'
export { knownProducts } from './domain/authenticators/known-products.js'
export type { SessionRevoker, SessionView } from './domain/sessions/session.js'
export type { ResourceView } from './domain/resources/resource.js'
export type { LookedUpGroup } from './operations/groups/lookup-groups.js'

// Files of users
export { openUserFile, type CsvParser, type FileLine, type UserFile } from './transfer/csv-file.js'
export { exportFile, type ExportedLines, type ExportedUsers } from './transfer/export-file.js'
export { FileRefusal, isFileRefusal, type FileRefusalCode } from './transfer/file-refusal.js'
export {
  importFile,
  refusedLines,
  type ImportChoices,
  type LineIssue,
  type LineOutcome,
} from './transfer/import-file.js'
export { neutralized, restored } from './transfer/neutral-cell.js'
export { userColumns, type UserColumn } from './transfer/user-columns.js'

// Audit
export { firstBroken, type AuditEvent } from './domain/audit/audit-event.js'
export type { Change } from './kernel/change.js'
export { planSchema, type Plan, type PlanItem } from './kernel/plan.js'
export type { Actor } from './kernel/actor.js'

// What options take
export type { Trace, TraceSpan } from './kernel/trace.js'
export type { Storage } from './domain/storage.js'

export { userSortKeys, type UserSortKey } from './domain/users/user-store.js'

export { plusSeconds, systemClock, type Clock, type Instant } from './kernel/clock.js'
export { uuidV7Source, type IdSource } from './kernel/id.js'

// Secrets, passwords and mail
export {
  secretCodeFormats,
  generatedCodeFormats,
  type CodeFormat,
  type GeneratedCodeFormat,
} from './domain/secrets/code.js'
export type { Delivery } from './domain/policy.js'
export { linkPurposes, type LinkPurpose, type SecretView } from './domain/secrets/secret.js'
export type { IssuedLink } from './domain/secrets/issued-link.js'

export {
  mailOccasions,
  type MailBrand,
  type MailContent,
  type MailOccasion,
  type MailTemplates,
  type MailTexts,
} from './domain/mail/mail-content.js'
export type { MessageView } from './domain/outbox/outbox-item.js'
export type { DeliveryReport } from './steps/outbox/deliver-outbox.js'

// For adapters of mail, passwords and authenticators
export { MailRefusal, type MailTransport } from './domain/mail/mail-transport.js'
export type { PasswordBlockList, SecretHasher } from './domain/credentials/secret-hasher.js'
export type { SecurityKeyCeremony } from './domain/authenticators/security-key-ceremony.js'
export type { OneTimePasswords } from './domain/authenticators/one-time-passwords.js'
