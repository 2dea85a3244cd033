import { explain, type AuditEvent, type Instant, type UserSortKey } from '@rosterkit/core'
import {
  searchText,
  sortValue,
  statusRank,
  type CatalogueItem,
  type KeptAnswer,
  type OutboxItem,
  type Organization,
  type OwnedRecord,
  type RoleAssignment,
  type User,
} from '@rosterkit/core/ports'
import { codePointKey } from './code-point-order.js'
import { SortedIndex, type Indexed } from './sorted-index.js'

/** The sort keys whose value stands in the person alone; `status` and `role` depend on the time. */
const storedSortKeys = [
  'givenName',
  'familyName',
  'userName',
  'primaryEmail',
  'lastSignedInAt',
  'createdAt',
  'updatedAt',
] as const satisfies readonly UserSortKey[]

type StoredSortKey = (typeof storedSortKeys)[number]

/** A person with what lists need of them, folded once when they are written. */
export interface UserRow extends Indexed {
  readonly user: User
  /** The reserved username; see {@link reservationKey}. */
  readonly reservation: string
  readonly searchText: string
  readonly sortKeys: Readonly<Record<StoredSortKey, string | null>>
  /** The person's own status, without the organizations above, while it holds. */
  ownStatus: { readonly rank: string; readonly fromAt: Instant; readonly untilAt: Instant | null }
}

/** The kinds of what belongs to people. */
export const ownedKinds = [
  'personas',
  'authenticators',
  'credentials',
  'secrets',
  'sessions',
  'groupMemberships',
  'applicationAssignments',
] as const

/** One kind of what belongs to people. */
export type OwnedKind = (typeof ownedKinds)[number]

const catalogueKinds = ['groups', 'applications'] as const

/** One kind of what belongs to organizations and has a name. */
export type CatalogueKind = (typeof catalogueKinds)[number]

function byKind<K extends string, T>(kinds: readonly K[], make: () => T): Readonly<Record<K, T>> {
  return Object.fromEntries(kinds.map((kind) => [kind, make()])) as Record<K, T>
}

/** Something that belongs to a person, with a number that only grows. */
export interface OwnedRow {
  readonly record: OwnedRecord
  readonly ordinal: number
}

/** A named thing of an organization. */
export interface CatalogueRow extends Indexed {
  readonly item: CatalogueItem
  readonly foldedName: string
  /** The folded name as {@link codePointKey} gives it. */
  readonly nameKey: string
}

/** Everything that is kept, and how to take back what the running transaction did. */
export class MemoryTables {
  readonly organizations = new Map<string, Organization>()
  /** The children of each organization; the roots under null. */
  readonly children = new Map<string | null, Set<string>>()
  readonly users = new Map<string, UserRow>()
  readonly userIdsByOrganization = new Map<string, Set<string>>()
  /** Who holds each reserved username. */
  readonly userNames = new Map<string, string>()
  readonly usersById = new SortedIndex<UserRow>(
    () => this.users.values(),
    () => null,
  )
  readonly usersBy = Object.fromEntries(
    storedSortKeys.map((key) => [
      key,
      new SortedIndex<UserRow>(
        () => this.users.values(),
        (row) => row.sortKeys[key],
      ),
    ]),
  ) as Record<StoredSortKey, SortedIndex<UserRow>>
  /** Role assignments in the order in which they were added: by a number that only grows. */
  readonly roleAssignments = new Map<
    string,
    { readonly assignment: RoleAssignment; readonly ordinal: number }
  >()
  nextOrdinal = 1
  readonly roleAssignmentsByUser = new Map<string, readonly RoleAssignment[]>()
  readonly roleAssignmentIdsByOrganization = new Map<string, Set<string>>()
  /** What belongs to each person, by kind, oldest first. */
  readonly owned = byKind(ownedKinds, () => new Map<string, readonly OwnedRow[]>())
  /** What belongs to organizations and has a name, by kind and id. */
  readonly catalogues = byKind(catalogueKinds, () => new Map<string, CatalogueRow>())
  readonly auditChains = new Map<string, AuditEvent[]>()
  readonly installationSecrets = new Map<string, string>()
  readonly mails = new Map<string, OutboxItem>()
  readonly mailIdsByUser = new Map<string, readonly string[]>()
  /** What requests with an idempotency key were answered. */
  readonly keptAnswers = new Map<string, KeptAnswer>()
  /** Who holds each security key. */
  readonly securityKeys = new Map<string, string>()
  #undo: (() => void)[] = []
  #generation = 0

  /** Another number after every change, for what is remembered until the next one. */
  get generation(): number {
    return this.#generation
  }

  /** Takes back everything since the last {@link MemoryTables.keep}. */
  takeBack(): void {
    for (const step of this.#undo.reverse()) step()
    this.#undo = []
    this.#generation++
  }

  keep(): void {
    this.#undo = []
  }

  /** Remembers how to take back what was just done. */
  remember(undo: () => void): void {
    this.#undo.push(undo)
    this.#generation++
  }

  set<K, V>(map: Map<K, V>, key: K, value: V): void {
    const had = map.has(key)
    const before = map.get(key)
    map.set(key, value)
    this.remember(() => (had ? map.set(key, before as V) : map.delete(key)))
  }

  add<T>(set: Set<T>, value: T): void {
    if (set.has(value)) return
    set.add(value)
    this.remember(() => set.delete(value))
  }

  take<T>(set: Set<T>, value: T): void {
    if (set.delete(value)) this.remember(() => set.add(value))
  }

  delete<K, V>(map: Map<K, V>, key: K): void {
    if (!map.has(key)) return
    const before = map.get(key) as V
    map.delete(key)
    this.remember(() => map.set(key, before))
  }

  /**
   * Puts one state of a person in the place of the former (null: there was nobody, or there is to
   * be nobody), in the table and in every index.
   */
  putUser(before: UserRow | null, next: UserRow | null): void {
    this.#swapUser(before, next)
    this.remember(() => this.#swapUser(next, before))
    if (before?.reservation === next?.reservation) return
    if (before) this.delete(this.userNames, before.reservation)
    if (next) this.set(this.userNames, next.reservation, next.user.id)
  }

  #swapUser(before: UserRow | null, next: UserRow | null): void {
    if (next) this.users.set(next.user.id, next)
    else if (before) this.users.delete(before.user.id)
    if (before?.user.organizationId !== next?.user.organizationId) {
      if (before) this.userIdsByOrganization.get(before.user.organizationId)?.delete(before.user.id)
      if (next) this.#peopleOf(next.user.organizationId).add(next.user.id)
    }
    for (const index of [this.usersById, ...storedSortKeys.map((key) => this.usersBy[key])]) {
      if (before && next) index.replace(before, next)
      else if (before) index.remove(before)
      else if (next) index.add(next)
    }
  }

  #peopleOf(organizationId: string): Set<string> {
    const people = this.userIdsByOrganization.get(organizationId) ?? new Set()
    this.userIdsByOrganization.set(organizationId, people)
    return people
  }

  /** Everybody who belongs to one of these organizations; null means to any. */
  *usersWithin(organizationIds: ReadonlySet<string> | null): Generator<UserRow> {
    if (organizationIds === null) yield* this.users.values()
    else
      for (const organizationId of organizationIds)
        for (const id of this.userIdsByOrganization.get(organizationId) ?? [])
          yield this.users.get(id)!
  }

  /** The organizations and everything below them; null when that is everything there is. */
  subtreeOf(organizationIds: readonly string[]): ReadonlySet<string> | null {
    const roots = this.children.get(null)
    if (roots && [...roots].every((id) => organizationIds.includes(id))) return null
    const found = new Set<string>()
    const open = organizationIds.filter((id) => this.organizations.has(id))
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (found.has(id)) continue
      found.add(id)
      open.push(...(this.children.get(id) ?? []))
    }
    return found
  }
}

/** The key under which a username is reserved. */
export function reservationKey(boundary: string, foldedUserName: string): string {
  return JSON.stringify([boundary, foldedUserName])
}

/** Makes the row of a person; their status is explained when first asked for. */
export function userRow(user: User, reservation: string): UserRow {
  const sortKeys = Object.fromEntries(
    storedSortKeys.map((key) => {
      const value = sortValue(user, key)
      return [key, value === null ? null : codePointKey(value)]
    }),
  ) as UserRow['sortKeys']
  return {
    user,
    idKey: codePointKey(user.id),
    reservation,
    searchText: searchText(user),
    sortKeys,
    ownStatus: { rank: '', fromAt: '', untilAt: '' },
  }
}

/** The person's own status at the instant, without the locks of organizations above. */
export function ownStatusRank(row: UserRow, at: Instant): string {
  const known = row.ownStatus
  if (known.fromAt <= at && (known.untilAt === null || at < known.untilAt)) return known.rank
  const { status, nextChangeAt } = explain(row.user, at)
  row.ownStatus = { rank: statusRank(status), fromAt: at, untilAt: nextChangeAt }
  return row.ownStatus.rank
}
