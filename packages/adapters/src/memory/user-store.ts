import { covers, foldUserName, sortValue, statusRank, type Instant, type Position, type User, type UserFilter, type UserQuery, type UserStore } from '@rosterkit/core'
import { codePointKey } from './code-point-order.js'
import { frozenCopy } from './frozen-copy.js'
import { removeRoleAssignment, replaceRoleAssignment } from './role-assignment-store.js'
import { ownStatusRank, reservationKey, userRow, type MemoryTables, type UserRow } from './memory-tables.js'

/** People in memory. */
export function memoryUserStore(tables: MemoryTables): UserStore {
  const { users, userNames, organizations, roleAssignmentsByUser } = tables

  const reservationOf = (user: User, boundary: string) => reservationKey(boundary, foldUserName(user.userName) ?? user.userName)

  const put = (before: UserRow | null, user: User, reservation: string) => {
    if (!organizations.has(user.organizationId)) throw new Error(`There is no organization ${user.organizationId} for a person to belong to.`)
    tables.putUser(before, userRow(frozenCopy(user), reservation))
    if (before === null || before.user.organizationId === user.organizationId) return
    for (const assignment of roleAssignmentsByUser.get(user.id) ?? []) replaceRoleAssignment(tables, { ...assignment, userOrganizationId: user.organizationId })
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
      const reservation = reservationOf(user, boundary)
      if (userNames.has(reservation)) return 'user_name_taken'
      if (users.has(user.id)) throw new Error(`The person ${user.id} exists already.`)
      put(null, user, reservation)
      return 'inserted'
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
      for (const assignment of roleAssignmentsByUser.get(id) ?? []) removeRoleAssignment(tables, assignment)
      tables.putUser(row, null)
      return true
    },

    async findMany(ids) {
      return [...new Set(ids)].flatMap((id) => users.get(id)?.user ?? [])
    },

    async list(query) {
      const matches = matcherOf(tables, query, query.at)
      const found: UserRow[] = []
      for (const row of inOrder(tables, query, matches)) {
        if (found.length === query.limit + 1) break
        found.push(row)
      }
      const items = found.slice(0, query.limit)
      const last = found.length > query.limit ? items.at(-1) : undefined
      return { items: items.map((row) => row.user), next: last ? { value: valueOf(tables, query, last), id: last.user.id } : null }
    },

    async count(filter, at, bound) {
      const matches = matcherOf(tables, filter, at)
      let value = 0
      for (const row of users.values()) {
        if (!matches(row)) continue
        if (value === bound) return { value, exact: false }
        value++
      }
      return { value, exact: true }
    },
  }
}

function matcherOf(tables: MemoryTables, filter: UserFilter, at: Instant): (row: UserRow) => boolean {
  const within = tables.subtreeOf(filter.withinOrganizationIds)
  const { search, statuses: wantedStatuses, roleIds } = filter
  const ranks = wantedStatuses && new Set(wantedStatuses.map(statusRank))
  const rankOf = ranks && statusRankAt(tables, at)
  return (row) =>
    (within === null || within.has(row.user.organizationId)) &&
    (search === undefined || row.searchText.includes(search)) &&
    (ranks === undefined || ranks.has(rankOf!(row))) &&
    (roleIds === undefined || rolesInForce(tables, row, at).some((roleId) => roleIds.includes(roleId)))
}

/** The matching people behind the query's position, in its order. */
function* inOrder(tables: MemoryTables, query: UserQuery, matches: (row: UserRow) => boolean): Generator<UserRow> {
  const { sort, direction, after } = query
  if (sort !== 'status' && sort !== 'role') {
    for (const row of tables.usersBy[sort].walk(direction, after)) if (matches(row)) yield row
    return
  }
  // Few values and many people, changing with time: sorted into one bucket a value, each in the order of ids.
  const keyOf = sort === 'status' ? statusRankAt(tables, query.at) : (row: UserRow) => firstRole(tables, row, query.at)
  const buckets = new Map<string | null, UserRow[]>()
  for (const row of tables.usersById.walk('ascending', null)) {
    if (!matches(row)) continue
    const key = keyOf(row)
    const bucket = buckets.get(key)
    if (bucket) bucket.push(row)
    else buckets.set(key, [row])
  }
  const turn = direction === 'ascending' ? 1 : -1
  const before = (a: string, b: string) => (a === b ? 0 : a < b ? -turn : turn)
  const values = [...buckets.keys()].sort((a, b) => (a === null || b === null ? Number(a === null) - Number(b === null) : before(codePointKey(a), codePointKey(b))))
  for (const value of values) {
    if (after !== null && (after.value === null ? value !== null : value !== null && before(codePointKey(value), codePointKey(after.value)) < 0)) continue
    const bucket = buckets.get(value)!
    const idKey = after?.value === value ? codePointKey(after.id) : null
    for (const row of direction === 'ascending' ? bucket : bucket.reverse()) if (idKey === null || before(idKey, row.idKey) < 0) yield row
  }
}

function valueOf(tables: MemoryTables, { sort, at }: UserQuery, row: UserRow): Position['value'] {
  if (sort === 'status') return statusRankAt(tables, at)(row)
  if (sort === 'role') return firstRole(tables, row, at)
  return sortValue(row.user, sort)
}

/** How people's statuses sort at an instant, with the locks of the organizations above them. */
function statusRankAt(tables: MemoryTables, at: Instant): (row: UserRow) => string {
  const lockedIds = [...tables.organizations.values()].filter((organization) => organization.locks.some((lock) => covers(lock.fromAt, lock.untilAt, at))).map(({ id }) => id)
  if (lockedIds.length === 0) return (row) => ownStatusRank(row, at)
  const locked = tables.subtreeOf(lockedIds)
  return (row) => {
    const own = ownStatusRank(row, at)
    return own > lockedByOrganization && (locked === null || locked.has(row.user.organizationId)) ? lockedByOrganization : own
  }
}

const lockedByOrganization = statusRank('LOCKED_BY_ORGANIZATION')

function rolesInForce(tables: MemoryTables, row: UserRow, at: Instant): string[] {
  return (tables.roleAssignmentsByUser.get(row.user.id) ?? []).filter((assignment) => covers(assignment.validFromAt, assignment.validUntilAt, at)).map(({ roleId }) => roleId)
}

function firstRole(tables: MemoryTables, row: UserRow, at: Instant): string | null {
  return rolesInForce(tables, row, at).reduce<string | null>((first, roleId) => (first === null || codePointKey(roleId) < codePointKey(first) ? roleId : first), null)
}
