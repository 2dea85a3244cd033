// What adapters build on: the storage port with its records and rules, and the ports for mail,
// passwords and authenticators. Hosts use `@rosterkit/core`.
export { firstBroken, type AuditEvent } from './domain/audit/audit-event.js'
export type { AuditStore } from './domain/audit/audit-store.js'
export { authenticatorLifecycle } from './domain/authenticators/authenticator-lifecycle.js'
export type { Authenticator } from './domain/authenticators/authenticator.js'
export type { OneTimePasswords } from './domain/authenticators/one-time-passwords.js'
export type {
  SecurityKeyCeremony,
  SecurityKeyOptions,
  SecurityKeyUse,
  VerifiedSecurityKey,
} from './domain/authenticators/security-key-ceremony.js'
export type { SecurityKeyIds } from './domain/authenticators/security-key-ids.js'
export type { Credential } from './domain/credentials/credential.js'
export type { PasswordBlockList, SecretHasher } from './domain/credentials/secret-hasher.js'
export type { KeptAnswerStore } from './domain/idempotency/kept-answer-store.js'
export type { KeptAnswer } from './domain/idempotency/kept-answer.js'
export type { Lock } from './domain/locks/lock.js'
export type { MailContent } from './domain/mail/mail-content.js'
export { MailRefusal, type MailTransport, type OutgoingMail } from './domain/mail/mail-transport.js'
export type { OrganizationStore } from './domain/organizations/organization-store.js'
export type { Organization } from './domain/organizations/organization.js'
export type { OutboxItem, OutboxState } from './domain/outbox/outbox-item.js'
export type { OutboxStore } from './domain/outbox/outbox-store.js'
export type { Persona, Delegation, Entitlement } from './domain/personas/persona.js'
export type { Resource, ResourceAssignment } from './domain/resources/resource.js'
export type { RoleAssignmentStore } from './domain/roles/role-assignment-store.js'
export type { RoleAssignment } from './domain/roles/role-assignment.js'
export type { Secret } from './domain/secrets/secret.js'
export type { Session } from './domain/sessions/session.js'
export type { Storage, StorageTransaction } from './domain/storage.js'
export type { CatalogueItem, CatalogueStore } from './domain/stores/catalogue-store.js'
export type { OwnedRecord, OwnedRecordStore } from './domain/stores/owned-record-store.js'
export { mfaState } from './domain/users/mfa-state.js'
export { explain, lockStatus } from './domain/users/status.js'
export { userLifecycle, type UserState } from './domain/users/user-lifecycle.js'
export { foldUserName } from './domain/users/user-name.js'
export { searchText, sortValue, statusRank } from './domain/users/user-sort.js'
export type {
  NewUser,
  RolesOfUsers,
  UsersWithRoles,
  UserFilter,
  UserQuery,
  UserLookup,
  UserStore,
} from './domain/users/user-store.js'
export { lastSeenAt, primaryEmail, type User } from './domain/users/user.js'
export { plusSeconds, type Instant, type Clock } from './kernel/clock.js'
export type { Count, Page, Position } from './kernel/page.js'
export { covers, endsWithin } from './kernel/period.js'
export { compareText, foldForSearch } from './kernel/text.js'
