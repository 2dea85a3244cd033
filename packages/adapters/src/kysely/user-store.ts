import {
  compareText,
  type NewUser,
  type RoleAssignment,
  type RolesOfUsers,
  type User,
  type UserStore,
} from '@rosterkit/core/ports'
import { sql, type Kysely } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { lineagesIn } from './organization-store.js'
import { changed, prepare, prepareByIds, type Prepared } from './prepared.js'
import {
  roleAssignmentColumns,
  roleAssignmentOf,
  rowOfRoleAssignment,
  sqlRolesOfUsers,
  type RoleAssignmentRow,
} from './role-assignment-store.js'
import type { Database, UserTable } from './schema.js'
import type { Searchable } from './search-index.js'
import { sqlUserList } from './user-list.js'
import { sqlUserLookup } from './user-lookup.js'
import {
  userColumns,
  userOf,
  writtenRowOf,
  writtenUserColumns,
  type WrittenUserRow,
} from './user-row.js'
import type { Unit } from './unit.js'

/** How many people are added with one statement. */
const insertedAtOnce = 500

type Reservation = { readonly boundary: string; readonly folded: string; readonly user_id: string }

type NewUserRow = WrittenUserRow & Pick<UserTable, 'role' | 'role_from_at' | 'role_until_at'>

const newUserColumns = [...writtenUserColumns, 'role', 'role_from_at', 'role_until_at'] as const

/** People in SQL. */
export function sqlUserStore(db: Kysely<Database>, dialect: SqlDialect): (trx: Unit) => UserStore {
  const lists = sqlUserList(db, dialect)
  const lookup = sqlUserLookup(db, dialect)
  const written = (row: WrittenUserRow) =>
    Object.fromEntries(
      writtenUserColumns.map((column) => [column, row[column]]),
    ) as unknown as UserTable

  const byId = prepare(({ id }: { id: string }) =>
    db.selectFrom('users').select(writtenUserColumns).where('id', '=', id).compile(),
  )
  const wholeByIds = prepareByIds(dialect, (among) =>
    db
      .selectFrom('users')
      .select(writtenUserColumns)
      .where(among(sql.ref('id')))
      .compile(),
  )
  const rolesOfUsers = sqlRolesOfUsers(db, dialect)
  const lineagesOfUsers = prepareByIds(dialect, (among) =>
    db
      .selectFrom('organization_ancestors')
      .innerJoin('organizations', 'organizations.id', 'organization_ancestors.ancestor_id')
      .selectAll('organizations')
      .select('organization_ancestors.organization_id as of_id')
      .where(
        'organization_ancestors.organization_id',
        'in',
        db
          .selectFrom('users')
          .select('organization_id')
          .where(among(sql.ref('id')))
          .union(
            db
              .selectFrom('role_assignments')
              .select('organization_id')
              .where(among(sql.ref('user_id'))),
          ),
      )
      .orderBy('organization_ancestors.distance', 'desc')
      .compile(),
  )
  const byIds = prepare(({ ids }: { ids: unknown }) =>
    db
      .selectFrom('users')
      .select(userColumns)
      .where(dialect.among(sql.ref('id'), ids))
      .compile(),
  )
  const byUserName = prepare(({ boundary, folded }: { boundary: string; folded: string }) =>
    db
      .selectFrom('user_name_reservations')
      .innerJoin('users', 'users.id', 'user_name_reservations.user_id')
      .select(userColumns.map((column) => `users.${column}` as const))
      .where('boundary', '=', boundary)
      .where('folded', '=', folded)
      .compile(),
  )
  const reserve = prepare(
    ({ boundary, folded, userId }: { boundary: string; folded: string; userId: string }) =>
      db
        .insertInto('user_name_reservations')
        .values({ boundary, folded, user_id: userId })
        .onConflict((conflict) => conflict.columns(['boundary', 'folded']).doNothing())
        .compile(),
  )
  const release = prepare(({ boundary, folded }: { boundary: string; folded: string }) =>
    db
      .deleteFrom('user_name_reservations')
      .where('boundary', '=', boundary)
      .where('folded', '=', folded)
      .compile(),
  )
  const insert = prepare((row: WrittenUserRow) =>
    db.insertInto('users').values(written(row)).compile(),
  )
  const insertWithRole = prepare((row: NewUserRow) =>
    db
      .insertInto('users')
      .values(
        Object.fromEntries(
          newUserColumns.map((column) => [column, row[column]]),
        ) as unknown as UserTable,
      )
      .compile(),
  )
  const insertRole = prepare((row: RoleAssignmentRow) =>
    db
      .insertInto('role_assignments')
      .values(
        Object.fromEntries(
          roleAssignmentColumns.map((column) => [column, row[column]]),
        ) as RoleAssignmentRow,
      )
      .compile(),
  )
  /** The same for many at once, where the database takes them so. */
  const many = <R extends object>(rows: Parameters<SqlDialect['insertAll']>[0]) => {
    if (dialect.insertAll(rows, '') === null) return null
    const statement = prepare(({ list }: { list: unknown }) =>
      dialect.insertAll(rows, list)!.compile(db),
    )
    return (trx: Unit, values: readonly R[]) => statement(trx, { list: JSON.stringify(values) })
  }
  const texts = (columns: readonly string[]) =>
    Object.fromEntries(
      columns.map((column) => [
        column,
        column === 'version' ? ('integer' as const) : ('text' as const),
      ]),
    )
  const reserveMany = many<Reservation>({
    table: 'user_name_reservations',
    columns: texts(['boundary', 'folded', 'user_id']),
    skip: ['boundary', 'folded'],
    returning: 'user_id',
  })
  const insertUsers = many<NewUserRow>({ table: 'users', columns: texts(newUserColumns) })
  const insertRoles = many<RoleAssignmentRow>({
    table: 'role_assignments',
    columns: texts(roleAssignmentColumns),
  })

  /** Reserves usernames, in their order, and says who got theirs. */
  const reserved = async (trx: Unit, wanted: readonly Reservation[]): Promise<boolean[]> => {
    if (!reserveMany) {
      const outcomes = []
      for (const { boundary, folded, user_id: userId } of wanted)
        outcomes.push(changed(await reserve(trx, { boundary, folded, userId })))
      return outcomes
    }
    const holders = new Set((await reserveMany(trx, wanted)).rows.map((row) => row['user_id']))
    return wanted.map(({ user_id: userId }) => holders.delete(userId))
  }

  async function insertBatch(
    trx: Unit,
    people: readonly NewUser[],
  ): Promise<('inserted' | 'user_name_taken')[]> {
    const rows = people.map(({ user, boundary, assignments }): NewUserRow => ({
      ...writtenRowOf(user, boundary),
      ...firstRoleOf(assignments),
    }))
    const free = await reserved(
      trx,
      rows.map((row) => ({
        boundary: row.user_name_boundary,
        folded: row.user_name_folded,
        user_id: row.id,
      })),
    )
    const added = rows.filter((_, index) => free[index])
    const roles = people.flatMap(({ assignments }, index) =>
      free[index] ? assignments.map(rowOfRoleAssignment) : [],
    )
    if (insertUsers && insertRoles) {
      await Promise.all([
        insertUsers(trx, added),
        insertRoles(trx, roles),
        dialect.search.enterMany(trx, added.map(searchable)),
      ])
    } else {
      for (const row of added) insertWithRole.send(trx, row)
      for (const row of roles) insertRole.send(trx, row)
      await dialect.search.enterMany(trx, added.map(searchable))
    }
    return free.map((was) => (was ? 'inserted' : 'user_name_taken'))
  }

  const current = prepare(({ id, expectedVersion }: { id: string; expectedVersion: number }) =>
    db
      .selectFrom('users')
      .select(writtenUserColumns)
      .where('id', '=', id)
      .where('version', '=', expectedVersion)
      .compile(),
  )
  const replacements = new Map<
    string,
    Prepared<WrittenUserRow & { expectedVersion: number }, unknown>
  >()
  /**
   * Writes these columns only: SQLite writes every index whose column is named anew, whether or not
   * its value changes, and there are some twenty.
   */
  const replacing = (columns: readonly (keyof WrittenUserRow)[]) => {
    const name = columns.join()
    const known =
      replacements.get(name) ??
      // The version check is inside the update: two administrators can hold the same page open.
      prepare((row: WrittenUserRow & { expectedVersion: number }) =>
        db
          .updateTable('users')
          .set(Object.fromEntries(columns.map((column) => [column, row[column]])))
          .where('id', '=', row.id)
          .where('version', '=', row.expectedVersion)
          .compile(),
      )
    replacements.set(name, known)
    return known
  }
  const remove = prepare(({ id }: { id: string }) =>
    db
      .deleteFrom('users')
      .where('id', '=', id)
      .returning(['user_name_boundary as boundary', 'user_name_folded as folded'])
      .compile(),
  )

  /**
   * A writing transaction remembers what it has read of people: the next that it does may be to
   * change them.
   */
  const remembered = (trx: Unit, rows: readonly WrittenUserRow[]): User[] => {
    for (const row of rows) trx.rowsRead?.set(row.id, row)
    return rows.map(userOf)
  }
  /** Sent together, so that a distant database is asked once. */
  const rolesOf = async (trx: Unit, ids: readonly string[]): Promise<RolesOfUsers> => {
    const [assignments, lineages] = await Promise.all([
      rolesOfUsers(trx, ids),
      lineagesOfUsers(trx, ids),
    ])
    return {
      assignments: assignments.rows.map(roleAssignmentOf),
      lineages: lineagesIn(lineages.rows),
    }
  }
  /**
   * The row as it stands, when it has the version; without asking again where this transaction has
   * read it.
   */
  const rowAt = async (
    trx: Unit,
    id: string,
    expectedVersion: number,
  ): Promise<WrittenUserRow | undefined> => {
    const read = trx.rowsRead?.get(id)
    trx.rowsRead?.delete(id)
    return read?.version === expectedVersion
      ? read
      : (await current(trx, { id, expectedVersion })).rows[0]
  }

  return (trx) => ({
    async find(id) {
      return remembered(trx, (await byId(trx, { id })).rows)[0] ?? null
    },

    async findWithRoles(ids) {
      if (ids.length === 0) return { users: [], assignments: [], lineages: new Map() }
      const wanted = [...new Set(ids)]
      const [users, roles] = await Promise.all([wholeByIds(trx, wanted), rolesOf(trx, wanted)])
      return { users: remembered(trx, users.rows), ...roles }
    },

    async rolesOf(users) {
      return users.length === 0
        ? { assignments: [], lineages: new Map() }
        : rolesOf(
            trx,
            users.map(({ id }) => id),
          )
    },

    async findByUserName(boundary, foldedUserName) {
      const { rows } = await byUserName(trx, { boundary, folded: foldedUserName })
      return rows[0] ? userOf(rows[0]) : null
    },

    async findMany(ids) {
      if (ids.length === 0) return []
      return (await byIds(trx, { ids: dialect.list(ids) })).rows.map(userOf)
    },

    async insert(user, boundary) {
      const row = writtenRowOf(user, boundary)
      if (!changed(await reserve(trx, { boundary, folded: row.user_name_folded, userId: user.id })))
        return 'user_name_taken'
      await insert(trx, row)
      await dialect.search.enter(trx, searchable(row), false)
      return 'inserted'
    },

    async insertMany(people) {
      const outcomes: ('inserted' | 'user_name_taken')[] = []
      for (let start = 0; start < people.length; start += insertedAtOnce)
        outcomes.push(...(await insertBatch(trx, people.slice(start, start + insertedAtOnce))))
      return outcomes
    },

    async update(user, expectedVersion, boundary) {
      const before = await rowAt(trx, user.id, expectedVersion)
      if (!before) return 'stale'
      const row = writtenRowOf(user, boundary)
      const former = { boundary: before.user_name_boundary, folded: before.user_name_folded }
      const next = { boundary, folded: row.user_name_folded }
      const renamed = former.boundary !== next.boundary || former.folded !== next.folded
      if (renamed && !changed(await reserve(trx, { ...next, userId: user.id })))
        return 'user_name_taken'
      const columns = writtenUserColumns.filter((column) => row[column] !== before[column])
      const replaced =
        columns.length === 0 || changed(await replacing(columns)(trx, { ...row, expectedVersion }))
      if (renamed) await release(trx, replaced ? former : next)
      if (replaced && row.search_text !== before.search_text)
        await dialect.search.enter(trx, searchable(row), true)
      return replaced ? 'updated' : 'stale'
    },

    async remove(id) {
      trx.rowsRead?.delete(id)
      await dialect.search.leave(trx, id)
      const former = (await remove(trx, { id })).rows[0]
      if (!former) return false
      await release(trx, former)
      return true
    },

    list(query) {
      // Brings statuses up to date, which then are not as they were read.
      trx.rowsRead?.clear()
      return lists.list(trx, query)
    },

    count(filter, at, bound) {
      trx.rowsRead?.clear()
      return lists.count(trx, filter, at, bound)
    },

    lookup: (query) => lookup(trx, query),
  })
}

/**
 * The first role as it stands after the assignments were added, which is when nobody says what time
 * it is: with validities, the next list that sorts by role has to look again.
 */
function firstRoleOf(
  assignments: readonly RoleAssignment[],
): Pick<NewUserRow, 'role' | 'role_from_at' | 'role_until_at'> {
  const timed = assignments.some(
    ({ validFromAt, validUntilAt }) => validFromAt !== null || validUntilAt !== null,
  )
  return {
    role: assignments.map(({ roleId }) => roleId).sort(compareText)[0] ?? null,
    role_from_at: null,
    role_until_at: timed ? '' : null,
  }
}

function searchable(row: WrittenUserRow): Searchable {
  return { organizationId: row.organization_id, id: row.id, text: row.search_text }
}
