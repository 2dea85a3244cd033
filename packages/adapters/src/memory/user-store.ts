import { foldUserName, mfaState, type Instant } from '@rosterkit/core'
import {
  compareText,
  covers,
  endsWithin,
  lastSeenAt,
  sortValue,
  statusRank,
  type Position,
  type User,
  type UserFilter,
  type UserLookup,
  type UserQuery,
  type UserStore,
} from '@rosterkit/core/ports'
import { frozenCopy } from './frozen-copy.js'
import {
  ownedKinds,
  reservationKey,
  userRow,
  type MemoryTables,
  type UserRow,
} from './memory-tables.js'
import { moveOwnedRecords } from './owned-record-store.js'
import { memoryOrganizationStore } from './organization-store.js'
import {
  memoryRoleAssignmentStore,
  removeRoleAssignment,
  replaceRoleAssignment,
} from './role-assignment-store.js'
import { SortedIndex } from './sorted-index.js'
import type { UserOrders } from './user-order.js'
import type { UserSearch } from './user-search.js'

/** People in memory. */
export function memoryUserStore(
  tables: MemoryTables,
  orders: UserOrders,
  finds: UserSearch,
): UserStore {
  const { users, userNames, organizations, roleAssignmentsByUser } = tables

  const roleAssignments = memoryRoleAssignmentStore(tables)

  const reservationOf = (user: User, boundary: string) =>
    reservationKey(boundary, foldUserName(user.userName) ?? user.userName)

  const put = (before: UserRow | null, user: User, reservation: string) => {
    if (!organizations.has(user.organizationId))
      throw new Error(`There is no organization ${user.organizationId} for a person to belong to.`)
    tables.putUser(before, userRow(frozenCopy(user), reservation))
    if (before === null || before.user.organizationId === user.organizationId) return
    for (const assignment of roleAssignmentsByUser.get(user.id) ?? [])
      replaceRoleAssignment(tables, { ...assignment, userOrganizationId: user.organizationId })
    for (const kind of ownedKinds) moveOwnedRecords(tables, kind, user.id, user.organizationId)
  }

  const insert = (user: User, boundary: string): 'inserted' | 'user_name_taken' => {
    const reservation = reservationOf(user, boundary)
    if (userNames.has(reservation)) return 'user_name_taken'
    if (users.has(user.id)) throw new Error(`The person ${user.id} exists already.`)
    put(null, user, reservation)
    return 'inserted'
  }

  const usersOf = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => users.get(id)?.user ?? [])

  const rolesOf = async (people: readonly User[]) => {
    const assignments = await roleAssignments.ofUsers(people.map(({ id }) => id))
    return {
      assignments,
      lineages: await memoryOrganizationStore(tables).lineages(
        [...people, ...assignments].map(({ organizationId }) => organizationId),
      ),
    }
  }

  return {
    async find(id) {
      return users.get(id)?.user ?? null
    },

    async findByUserName(boundary, foldedUserName) {
      const id = userNames.get(reservationKey(boundary, foldedUserName))
      return id === undefined ? null : (users.get(id)?.user ?? null)
    },

    async insert(user, boundary) {
      return insert(user, boundary)
    },

    async insertMany(people) {
      const outcomes: ('inserted' | 'user_name_taken')[] = []
      for (const { user, boundary, assignments } of people) {
        const outcome = insert(user, boundary)
        if (outcome === 'inserted')
          for (const assignment of assignments) await roleAssignments.insert(assignment)
        outcomes.push(outcome)
      }
      return outcomes
    },

    async update(user, expectedVersion, boundary) {
      const before = users.get(user.id)
      if (before?.user.version !== expectedVersion) return 'stale'
      const reservation = reservationOf(user, boundary)
      const holder = userNames.get(reservation)
      if (holder !== undefined && holder !== user.id) return 'user_name_taken'
      put(before, user, reservation)
      return 'updated'
    },

    async remove(id) {
      const row = users.get(id)
      if (!row) return false
      for (const assignment of roleAssignmentsByUser.get(id) ?? [])
        removeRoleAssignment(tables, assignment)
      for (const kind of ownedKinds) tables.delete(tables.owned[kind], id)
      tables.putUser(row, null)
      return true
    },

    async findMany(ids) {
      return usersOf(ids)
    },

    async findWithRoles(ids) {
      const found = usersOf(ids)
      return { users: found, ...(await rolesOf(found)) }
    },

    rolesOf,

    async list(query) {
      const matches = matcherOf(tables, orders, finds, query, query.at)
      const found: UserRow[] = []
      for (const row of candidates(tables, orders, finds, query)) {
        if (!matches(row)) continue
        found.push(row)
        if (found.length > query.limit) break
      }
      const items = found.slice(0, query.limit)
      const last = found.length > query.limit ? items.at(-1) : undefined
      return {
        items: items.map((row) => row.user),
        next: last ? { value: valueOf(orders, query, last), id: last.user.id } : null,
      }
    },

    async count(filter, at, bound) {
      const matches = matcherOf(tables, orders, finds, filter, at)
      let value = 0
      for (const row of filter.search === undefined
        ? tables.usersWithin(tables.subtreeOf(filter.withinOrganizationIds))
        : finds.find(filter.search)) {
        if (!matches(row)) continue
        if (value === bound) return { value, exact: false }
        value++
      }
      return { value, exact: true }
    },

    async lookup(query) {
      const meets = meeting(tables, query)
      const found: { readonly value: string; readonly user: User }[] = []
      for (const { user } of tables.usersWithin(tables.subtreeOf(query.withinOrganizationIds)))
        if (meets(user))
          found.push({
            value: query.sort === 'id' ? '' : (sortValue(user, query.sort) ?? ''),
            user,
          })
      found.sort((a, b) => compareText(a.value, b.value) || compareText(a.user.id, b.user.id))
      if (query.direction === 'descending') found.reverse()
      return {
        items: found.slice(query.offset, query.offset + query.limit).map(({ user }) => user),
        total: found.length,
      }
    },
  }
}

/** Whether a person meets every condition of a look-up but the organization. */
function meeting(
  { owned }: MemoryTables,
  {
    ids,
    foldedUserName,
    externalId,
    email,
    groupIds,
    active,
    updatedFromAt,
    updatedBeforeAt,
  }: UserLookup,
): (user: User) => boolean {
  return (user) =>
    user.lifecycle.state !== 'deleted' &&
    (ids === undefined || ids.includes(user.id)) &&
    (foldedUserName === undefined || foldUserName(user.userName) === foldedUserName) &&
    (externalId === undefined || user.externalId === externalId) &&
    (email === undefined || user.emails.some(({ value }) => value.toLowerCase() === email)) &&
    (groupIds === undefined ||
      owned.groupMemberships.get(user.id)?.some(({ record }) => groupIds.includes(record.key)) ===
        true) &&
    (active === undefined || active === (user.lifecycle.state !== 'deactivated')) &&
    (updatedFromAt === undefined || user.updatedAt >= updatedFromAt) &&
    (updatedBeforeAt === undefined || user.updatedAt < updatedBeforeAt)
}

/**
 * Up to so many people found by a search, they are sorted; beyond that, the sort index is walked
 * until a page is full.
 */
const sortedFinds = 2_000

function matcherOf(
  tables: MemoryTables,
  orders: UserOrders,
  finds: UserSearch,
  filter: UserFilter,
  at: Instant,
): (row: UserRow) => boolean {
  const within = tables.subtreeOf(filter.withinOrganizationIds)
  const { search, statuses, roleIds, mfaStates, dormant, expiring } = filter
  const found = search === undefined ? null : finds.find(search)
  const ranks = statuses && new Set(statuses.map(statusRank))
  const rankOf = ranks && orders.statusRankAt(at)
  const holds = (row: UserRow) =>
    tables.roleAssignmentsByUser
      .get(row.user.id)
      ?.some(
        ({ roleId, validFromAt, validUntilAt }) =>
          roleIds?.includes(roleId) && covers(validFromAt, validUntilAt, at),
      )
  const expires = ({ user }: UserRow, byAt: Instant) =>
    [user, ...(tables.roleAssignmentsByUser.get(user.id) ?? [])].some(({ validUntilAt }) =>
      endsWithin(validUntilAt, at, byAt),
    )
  return (row) =>
    (within === null || within.has(row.user.organizationId)) &&
    (found === null || found.has(row)) &&
    (ranks === undefined || ranks.has(rankOf!(row))) &&
    (roleIds === undefined || holds(row) === true) &&
    (mfaStates === undefined || mfaStates.includes(mfaState(row.user))) &&
    (dormant === undefined || dormant.wanted === lastSeenAt(row.user) <= dormant.sinceAt) &&
    (expiring === undefined || expiring.wanted === expires(row, expiring.byAt))
}

/** Those who may match, in the order of the query and behind its position. */
function candidates(
  tables: MemoryTables,
  orders: UserOrders,
  finds: UserSearch,
  { sort, direction, after, at, search }: UserQuery,
): Iterable<UserRow> {
  if (sort === 'status' || sort === 'role') return orders.walk(sort, at, direction, after)
  const found = search === undefined ? null : finds.find(search)
  if (found === null || found.size > sortedFinds) return tables.usersBy[sort].walk(direction, after)
  return new SortedIndex<UserRow>(
    () => found,
    (row) => row.sortKeys[sort],
  ).walk(direction, after)
}

function valueOf(orders: UserOrders, { sort, at }: UserQuery, row: UserRow): Position['value'] {
  if (sort === 'status') return orders.statusRankAt(at)(row)
  if (sort === 'role') return orders.firstRoleAt(row, at)
  return sortValue(row.user, sort)
}
