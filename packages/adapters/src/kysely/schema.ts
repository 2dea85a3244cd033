import type { Generated } from 'kysely'

/**
 * The tables as the queries see them. Every key that belongs to a person begins with the person's
 * organization, so that the tables can be partitioned by it.
 */
export interface Database {
  organizations: OrganizationTable
  organization_ancestors: OrganizationAncestorTable
  users: UserTable
  user_name_reservations: UserNameReservationTable
  role_assignments: RoleAssignmentTable
  personas: OwnedRecordTable
  authenticators: OwnedRecordTable
  credentials: OwnedRecordTable
  secrets: OwnedRecordTable
  sessions: OwnedRecordTable
  group_memberships: OwnedRecordTable
  application_assignments: OwnedRecordTable
  groups: CatalogueTable
  applications: CatalogueTable
  audit_events: AuditEventTable
  audit_chains: AuditChainTable
  outbox: OutboxTable
  security_key_ids: SecurityKeyIdTable
  kept_answers: KeptAnswerTable
  installation_secrets: InstallationSecretTable
}

export interface OrganizationTable {
  id: string
  version: number
  parent_id: string | null
  name: string
  depth: number
  sso_provider: string | null
  /** JSON. */
  sso_role_mapping: string
  /** JSON; `[]` when there is none, which is what the index of locked organizations leaves out. */
  locks: string
}

/** Who stands above whom: one row for each organization and each one above it, itself included. */
interface OrganizationAncestorTable {
  organization_id: string
  ancestor_id: string
  /** How many levels the ancestor stands above; 0 is the organization itself. */
  distance: number
}

/** A person as the port gives them. */
export interface UserColumns {
  organization_id: string
  id: string
  version: number
  user_name: string
  given_name: string
  family_name: string
  emails: string
  verified_emails: string
  phone_numbers: string
  user_type: string | null
  locale: string | null
  external_id: string | null
  attributes: string
  owners: string
  lifecycle: string
  locks: string
  password: string
  mfa: string
  failed_sign_ins: string
  inactivity_lock_at: string | null
  sign_in_route: string
  valid_from_at: string | null
  valid_until_at: string | null
  last_signed_in_at: string | null
  created_at: string
  updated_at: string
}

/** What lists search and sort by: computed from the person whenever they are written. */
export interface UserSearchColumns {
  user_name_boundary: string
  user_name_folded: string
  search_text: string
  sort_given_name: string | null
  sort_family_name: string | null
  sort_user_name: string | null
  sort_primary_email: string | null
  mfa_state: string
}

/**
 * The person's own status, without the locks of organizations above, from an instant until just
 * before another; null is without end on that side.
 */
export interface UserStatusColumns {
  status: string
  status_from_at: string | null
  status_until_at: string | null
}

/**
 * The first of the person's roles in force, likewise. An empty `role_until_at` says that it has to
 * be found again.
 */
interface UserRoleColumns {
  role: string | null
  role_from_at: string | null
  role_until_at: string | null
  /** The next end of one of their roles, within the same time. */
  role_ends_at: string | null
}

export interface UserTable
  extends UserColumns, UserSearchColumns, UserStatusColumns, UserRoleColumns {}

/**
 * Who holds a username: the constraint that keeps it unique, also where a unique index could not
 * span the partitions of the users.
 */
interface UserNameReservationTable {
  boundary: string
  folded: string
  user_id: string
}

export interface RoleAssignmentTable {
  /** Grows with every row that is added. */
  ordinal: Generated<number>
  user_organization_id: string
  user_id: string
  id: string
  role_id: string
  organization_id: string
  valid_from_at: string | null
  valid_until_at: string | null
}

/** The tables of what belongs to people. */
export const ownedTableNames = [
  'personas',
  'authenticators',
  'credentials',
  'secrets',
  'sessions',
  'group_memberships',
  'application_assignments',
] as const

export type OwnedTableName = (typeof ownedTableNames)[number]

/** Something that belongs to a person: a persona, an authenticator, a session, a membership. */
export interface OwnedRecordTable {
  /** Grows with every row that is added. */
  ordinal: Generated<number>
  user_organization_id: string
  user_id: string
  id: string
  /** Unique among one person's records of the kind. */
  key: string
  version: number
  /** JSON: everything that no query asks about. */
  record: string
}

/** The tables of what belongs to organizations and has a name. */
export const catalogueTableNames = ['groups', 'applications'] as const

export type CatalogueTableName = (typeof catalogueTableNames)[number]

/** Something with a name that belongs to an organization: a group, an application. */
export interface CatalogueTable {
  organization_id: string
  id: string
  version: number
  name: string
  /** Folded as for searching: what the name is unique by, sorted by and searched in. */
  name_folded: string
  /** JSON: everything else. */
  item: string
}

export interface AuditEventTable {
  organization_id: string
  sequence: number
  id: string
  at: string
  event: string
  operation: string
  outcome: string
  failure: string | null
  actor: string
  subject_kind: string | null
  subject_id: string | null
  subject_label: string | null
  reason: string | null
  changes: string
  origin: string
  previous_hash: string
  hash: string
}

interface AuditChainTable {
  organization_id: string
  sequence: number
  hash: string
}

interface InstallationSecretTable {
  name: string
  value: string
}

/** The outbox: what was promised to be mailed. */
export interface OutboxTable {
  organization_id: string
  id: string
  version: number
  user_id: string | null
  state: string
  queued_at: string
  due_at: string
  /** JSON: everything that no query asks about. */
  record: string
}

/** What requests with an idempotency key were answered. */
export interface KeptAnswerTable {
  organization_id: string
  caller_id: string
  key: string
  fingerprint: string
  answer: string | null
  subject_user_id: string | null
  expires_at: string
}

/** Who holds which security key: the constraint that each belongs to one person. */
interface SecurityKeyIdTable {
  credential_id: string
  user_id: string
}
