import type { AuditStore } from './audit/audit-store.js'
import type { OrganizationStore } from './organizations/organization-store.js'
import type { Authenticator } from './authenticators/authenticator.js'
import type { SecurityKeyIds } from './authenticators/security-key-ids.js'
import type { Credential } from './credentials/credential.js'
import type { KeptAnswerStore } from './idempotency/kept-answer-store.js'
import type { OutboxStore } from './outbox/outbox-store.js'
import type { Secret } from './secrets/secret.js'
import type { CatalogueStore } from './stores/catalogue-store.js'
import type { OwnedRecordStore } from './stores/owned-record-store.js'
import type { Persona } from './personas/persona.js'
import type { Resource, ResourceAssignment } from './resources/resource.js'
import type { Session } from './sessions/session.js'
import type { RoleAssignmentStore } from './roles/role-assignment-store.js'
import type { UserQuery, UserStore, UsersWithRoles } from './users/user-store.js'

/** Everything that is kept, inside one transaction. */
export interface StorageTransaction {
  readonly organizations: OrganizationStore
  readonly users: UserStore
  readonly roleAssignments: RoleAssignmentStore
  readonly personas: OwnedRecordStore<Persona>
  readonly authenticators: OwnedRecordStore<Authenticator>
  readonly sessions: OwnedRecordStore<Session>
  readonly credentials: OwnedRecordStore<Credential>
  readonly securityKeyIds: SecurityKeyIds
  readonly secrets: OwnedRecordStore<Secret>
  readonly outbox: OutboxStore
  readonly keptAnswers: KeptAnswerStore
  readonly groups: CatalogueStore<Resource>
  readonly groupMemberships: OwnedRecordStore<ResourceAssignment>
  readonly applications: CatalogueStore<Resource>
  readonly applicationAssignments: OwnedRecordStore<ResourceAssignment>
  readonly audit: AuditStore
  /**
   * A secret of this installation by name. `create` makes it the first time it is needed; every
   * process that shares the store gets the same value, even if several ask at the same time.
   */
  installationSecret(name: string, create: () => string): Promise<string>
}

/**
 * Where a roster keeps what must not be lost. An adapter proves itself with the contract suites of
 * `@rosterkit/core/testing`.
 */
export interface Storage {
  /**
   * Runs the work in one transaction: all of it is kept when it resolves, nothing when it rejects.
   * Transactions behave as if they ran one after the other; one that cannot rejects with an error
   * whose `code` is `busy`, after the adapter's own retries. Once it has resolved, a crash loses
   * nothing of it.
   */
  transaction<T>(work: (tx: StorageTransaction) => Promise<T>): Promise<T>
  /** Runs reads in one consistent view. */
  read<T>(work: (tx: StorageTransaction) => Promise<T>): Promise<T>
  /**
   * Every user that a list with these conditions would show, in its order, some hundred at a time
   * and with their roles: one consistent state from the first page to the last, however long it
   * takes. Holds one page at a time and blocks no other reader or writer. A reader who stops early
   * ends it (`break` does); so does `close`, after which the rest rejects with `closed`.
   */
  streamUsers(query: Omit<UserQuery, 'after' | 'limit'>): AsyncIterable<UsersWithRoles>
  /** Lets go of files and connections. Calls after that reject. */
  close(): Promise<void>
}
