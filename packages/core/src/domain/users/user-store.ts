import type { Instant } from '../../kernel/clock.js'
import type { Count, Page, Position } from '../../kernel/page.js'
import type { Organization } from '../organizations/organization.js'
import type { RoleAssignment } from '../roles/role-assignment.js'
import type { MfaState } from './mfa-state.js'
import type { Status } from './status.js'
import type { User } from './user.js'

/** The columns that lists sort by. A closed list, so that no other name reaches a query. */
export const userSortKeys = [
  'givenName',
  'familyName',
  'userName',
  'status',
  'role',
  'primaryEmail',
  'lastSignedInAt',
  'createdAt',
  'updatedAt',
] as const

/** One column that lists sort by. */
export type UserSortKey = (typeof userSortKeys)[number]

/**
 * Which users to list. Conditions are joined by “and”, the values of one condition by “or”; absent
 * means any.
 */
export interface UserFilter {
  /**
   * At or below one of these organizations. Always given: the scope of the caller is part of the
   * query.
   */
  readonly withinOrganizationIds: readonly string[]
  /** Any part of name, username or email; already folded by `foldForSearch`. */
  readonly search?: string
  readonly statuses?: readonly Status[]
  /** Holding one of these roles somewhere, in force at the query's instant. */
  readonly roleIds?: readonly string[]
  readonly mfaStates?: readonly MfaState[]
  /**
   * Whether the last sign-in, or the creation of a user who never signed in, is at or before the
   * instant. `wanted` selects those who match or those who don't.
   */
  readonly dormant?: { readonly wanted: boolean; readonly sinceAt: Instant }
  /**
   * Whether the user's own validity, or that of one of their role assignments, ends after the
   * query's instant and not after this one; `wanted` likewise.
   */
  readonly expiring?: { readonly wanted: boolean; readonly byAt: Instant }
}

/** One page of users. */
export interface UserQuery extends UserFilter {
  /** The instant at which status and roles are judged. */
  readonly at: Instant
  readonly sort: UserSortKey
  readonly direction: 'ascending' | 'descending'
  readonly after: Position | null
  readonly limit: number
}

/** What decisions about users need in addition to the users. */
export interface RolesOfUsers {
  /** Their role assignments, whatever the validity, oldest first. */
  readonly assignments: readonly RoleAssignment[]
  /**
   * By id, each organization that the users or their assignments name: from the root down to it.
   */
  readonly lineages: ReadonlyMap<string, readonly Organization[]>
}

/** The columns that look-ups sort by. */
export const lookupSortKeys = [
  'id',
  'userName',
  'givenName',
  'familyName',
  'createdAt',
  'updatedAt',
] as const satisfies readonly ('id' | UserSortKey)[]

/**
 * Exact conditions on users, all of them together; absent means any. Deleted users are never found.
 */
export interface UserLookup {
  /** At or below one of these organizations. */
  readonly withinOrganizationIds: readonly string[]
  readonly ids?: readonly string[] | undefined
  /** As `foldUserName` gives it. */
  readonly foldedUserName?: string | undefined
  /** Compared exactly. */
  readonly externalId?: string | undefined
  /** One of the user's addresses, in lower case. */
  readonly email?: string | undefined
  /** Assigned to one of these groups. */
  readonly groupIds?: readonly string[] | undefined
  /** Whether those are wanted who are not deactivated, or those who are. */
  readonly active?: boolean | undefined
  /** Last changed at this instant or after it. */
  readonly updatedFromAt?: Instant | undefined
  /** Last changed before this instant. */
  readonly updatedBeforeAt?: Instant | undefined
  readonly sort: (typeof lookupSortKeys)[number]
  readonly direction: 'ascending' | 'descending'
  /** How many of those found are left out at the beginning. */
  readonly offset: number
  readonly limit: number
}

/** Users, and what decisions about them need. */
export interface UsersWithRoles extends RolesOfUsers {
  readonly users: readonly User[]
}

/** A user to add, with the roles that they have from the start. */
export interface NewUser {
  readonly user: User
  /** Within what the username is unique; see {@link UserStore.insert}. */
  readonly boundary: string
  readonly assignments: readonly RoleAssignment[]
}

/** Keeps users. */
export interface UserStore {
  /** The user, whatever their status, or null. */
  find(id: string): Promise<User | null>
  /** The user with this folded username inside the boundary, or null. */
  findByUserName(boundary: string, foldedUserName: string): Promise<User | null>
  /**
   * Adds a user whose folded username is free within the boundary; `user_name_taken` otherwise,
   * also against a user who is added at the same moment. A deleted user keeps their username
   * until the purge.
   * @param boundary Within what the username is unique: an organization's id, or one word for the
   *   whole roster.
   */
  insert(user: User, boundary: string): Promise<'inserted' | 'user_name_taken'>
  /**
   * Adds many users with their roles, and returns for each, in order, what {@link UserStore.insert}
   * would return; of two with one username the first is added. Nothing of a refused user is kept.
   * Uses the same number of queries for some hundred as for one, so that an import of a million
   * takes minutes.
   */
  insertMany(people: readonly NewUser[]): Promise<readonly ('inserted' | 'user_name_taken')[]>
  /**
   * Replaces a user if they still have `expectedVersion`; `stale` otherwise. The check is part of
   * the write: of two concurrent updates from one version, one wins. With a new organization
   * everything that is the user's moves along.
   */
  update(
    user: User,
    expectedVersion: number,
    boundary: string,
  ): Promise<'updated' | 'stale' | 'user_name_taken'>
  /**
   * Removes a user for good, with everything of theirs but the audit, and frees their username.
   * False when they were not there.
   */
  remove(id: string): Promise<boolean>
  /** Several users by id; those that do not exist are left out. One query. */
  findMany(ids: readonly string[]): Promise<readonly User[]>
  /**
   * Several users by id with their roles: the same as {@link UserStore.findMany} and then
   * {@link UserStore.rolesOf}, and quicker where the store is far away.
   */
  findWithRoles(ids: readonly string[]): Promise<UsersWithRoles>
  /**
   * The roles of these users, as `RoleAssignmentStore.ofUsers` and `OrganizationStore.lineages`
   * would give them one after the other. The same number of queries however many users.
   */
  rolesOf(users: readonly User[]): Promise<RolesOfUsers>
  /**
   * A page in a total order: by the sort key's folded value, then by id, both in the direction
   * asked for. Users without a value (never signed in) come last in either direction. Status (with
   * the locks of organizations above) and roles are right at `at` though no job has run. `role`
   * sorts by the first, in the order of text, of the user's role ids in force.
   */
  list(query: UserQuery): Promise<Page<User>>
  /** How many match, counted up to `bound` and then given as at least that many. */
  count(filter: UserFilter, at: Instant, bound: number): Promise<Count>
  /**
   * Users found by exact values, in a total order: by the sort key's folded value, then by id,
   * both in the direction asked for; and how many there are in all, exactly. An index answers each
   * condition; an offset costs as much as the rows that it leaves out.
   */
  lookup(query: UserLookup): Promise<{ readonly items: readonly User[]; readonly total: number }>
}
