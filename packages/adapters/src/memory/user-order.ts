import { type Instant, type UserSortKey } from '@rosterkit/core'
import { covers, statusRank, type Position, type UserQuery } from '@rosterkit/core/ports'
import { codePointKey } from './code-point-order.js'
import { ownStatusRank, type MemoryTables, type UserRow } from './memory-tables.js'

/** The sort keys whose value depends on the time. */
type TimedSortKey = Extract<UserSortKey, 'status' | 'role'>

/** Everybody in the order of a value that depends on the time, for as long as it holds. */
interface TimedOrder {
  readonly generation: number
  readonly fromAt: Instant
  readonly untilAt: Instant | null
  /** By value, those without one under null; each in the order of ids. */
  readonly buckets: ReadonlyMap<string | null, readonly UserRow[]>
}

const lockedByOrganization = statusRank('LOCKED_BY_ORGANIZATION')

/**
 * The orders by status and by role. Few values and many people, changing with time: sorted into one
 * bucket a value, and kept until something is written or the next instant passes at which
 * somebody's value may change.
 */
export class UserOrders {
  readonly #orders = new Map<TimedSortKey, TimedOrder>()

  constructor(private readonly tables: MemoryTables) {}

  /** Everybody behind a position. */
  *walk(
    key: TimedSortKey,
    at: Instant,
    direction: UserQuery['direction'],
    after: Position | null,
  ): Generator<UserRow> {
    const { buckets } = this.#order(key, at)
    const turn = direction === 'ascending' ? 1 : -1
    const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -turn : turn)
    const values = [...buckets.keys()].sort((a, b) =>
      a === null || b === null
        ? Number(a === null) - Number(b === null)
        : compare(codePointKey(a), codePointKey(b)),
    )
    for (const value of values) {
      if (
        after !== null &&
        (after.value === null
          ? value !== null
          : value !== null && compare(codePointKey(value), codePointKey(after.value)) < 0)
      )
        continue
      const bucket = buckets.get(value)!
      const idKey = after?.value === value ? codePointKey(after.id) : null
      for (let step = 0; step < bucket.length; step++) {
        const row = bucket[direction === 'ascending' ? step : bucket.length - 1 - step]!
        if (idKey === null || compare(idKey, row.idKey) < 0) yield row
      }
    }
  }

  /** How people's statuses sort at an instant, with the locks of the organizations above them. */
  statusRankAt(at: Instant): (row: UserRow) => string {
    const lockedIds = [...this.tables.organizations.values()]
      .filter((organization) =>
        organization.locks.some((lock) => covers(lock.fromAt, lock.untilAt, at)),
      )
      .map(({ id }) => id)
    if (lockedIds.length === 0) return (row) => ownStatusRank(row, at)
    const locked = this.tables.subtreeOf(lockedIds)
    return (row) => {
      const own = ownStatusRank(row, at)
      return own > lockedByOrganization && (locked === null || locked.has(row.user.organizationId))
        ? lockedByOrganization
        : own
    }
  }

  /** The first of the person's roles in force. */
  firstRoleAt(row: UserRow, at: Instant): string | null {
    let first: string | null = null
    for (const { roleId, validFromAt, validUntilAt } of this.tables.roleAssignmentsByUser.get(
      row.user.id,
    ) ?? []) {
      if (
        covers(validFromAt, validUntilAt, at) &&
        (first === null || codePointKey(roleId) < codePointKey(first))
      )
        first = roleId
    }
    return first
  }

  #order(key: TimedSortKey, at: Instant): TimedOrder {
    const known = this.#orders.get(key)
    if (known?.generation === this.tables.generation && covers(known.fromAt, known.untilAt, at))
      return known
    const rankOf = this.statusRankAt(at)
    const valueOf = key === 'status' ? rankOf : (row: UserRow) => this.firstRoleAt(row, at)
    const buckets = new Map<string | null, UserRow[]>()
    let untilAt: Instant | null = null
    const until = (instant: Instant | null) => {
      if (instant !== null && instant > at && (untilAt === null || instant < untilAt))
        untilAt = instant
    }
    for (const row of this.tables.usersById.walk('ascending', null)) {
      const value = valueOf(row)
      const bucket = buckets.get(value)
      if (bucket) bucket.push(row)
      else buckets.set(value, [row])
      if (key === 'status') until(row.ownStatus.untilAt)
    }
    const periods =
      key === 'status'
        ? [...this.tables.organizations.values()].flatMap(({ locks }) =>
            locks.map(({ fromAt, untilAt: end }) => [fromAt, end]),
          )
        : [...this.tables.roleAssignments.values()].map(({ assignment }) => [
            assignment.validFromAt,
            assignment.validUntilAt,
          ])
    for (const boundary of periods.flat()) until(boundary ?? null)
    const order = { generation: this.tables.generation, fromAt: at, untilAt, buckets }
    this.#orders.set(key, order)
    return order
  }
}
