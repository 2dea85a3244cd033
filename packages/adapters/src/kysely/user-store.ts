import type { UserStore } from '@rosterkit/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { changed, prepare, type Prepared } from './prepared.js'
import type { Database, UserTable } from './schema.js'
import type { Searchable } from './search-index.js'
import { sqlUserList } from './user-list.js'
import { userColumns, userOf, writtenRowOf, writtenUserColumns, type WrittenUserRow } from './user-row.js'

/** People in SQL. */
export function sqlUserStore(db: Kysely<Database>, dialect: SqlDialect): (trx: Transaction<Database>) => UserStore {
  const lists = sqlUserList(db, dialect)
  const written = (row: WrittenUserRow) => Object.fromEntries(writtenUserColumns.map((column) => [column, row[column]])) as unknown as UserTable

  const byId = prepare(({ id }: { id: string }) => db.selectFrom('users').select(userColumns).where('id', '=', id).compile())
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
  const reserve = prepare(({ boundary, folded, userId }: { boundary: string; folded: string; userId: string }) =>
    db
      .insertInto('user_name_reservations')
      .values({ boundary, folded, user_id: userId })
      .onConflict((conflict) => conflict.columns(['boundary', 'folded']).doNothing())
      .compile(),
  )
  const release = prepare(({ boundary, folded }: { boundary: string; folded: string }) => db.deleteFrom('user_name_reservations').where('boundary', '=', boundary).where('folded', '=', folded).compile())
  const insert = prepare((row: WrittenUserRow) => db.insertInto('users').values(written(row)).compile())
  const current = prepare(({ id, expectedVersion }: { id: string; expectedVersion: number }) => db.selectFrom('users').select(writtenUserColumns).where('id', '=', id).where('version', '=', expectedVersion).compile())
  const replacements = new Map<string, Prepared<WrittenUserRow & { expectedVersion: number }, unknown>>()
  /** Writes these columns only: SQLite writes every index whose column is named anew, whether or not its value changes, and there are some twenty. */
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
  const remove = prepare(({ id }: { id: string }) => db.deleteFrom('users').where('id', '=', id).returning(['user_name_boundary as boundary', 'user_name_folded as folded']).compile())

  return (trx) => ({
    async find(id) {
      const { rows } = await byId(trx, { id })
      return rows[0] ? userOf(rows[0]) : null
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
      if (!changed(await reserve(trx, { boundary, folded: row.user_name_folded, userId: user.id }))) return 'user_name_taken'
      await insert(trx, row)
      await dialect.search.enter(trx, searchable(row), false)
      return 'inserted'
    },

    async update(user, expectedVersion, boundary) {
      const before = (await current(trx, { id: user.id, expectedVersion })).rows[0]
      if (!before) return 'stale'
      const row = writtenRowOf(user, boundary)
      const former = { boundary: before.user_name_boundary, folded: before.user_name_folded }
      const next = { boundary, folded: row.user_name_folded }
      const renamed = former.boundary !== next.boundary || former.folded !== next.folded
      if (renamed && !changed(await reserve(trx, { ...next, userId: user.id }))) return 'user_name_taken'
      const columns = writtenUserColumns.filter((column) => row[column] !== before[column])
      const replaced = columns.length === 0 || changed(await replacing(columns)(trx, { ...row, expectedVersion }))
      if (renamed) await release(trx, replaced ? former : next)
      if (replaced && row.search_text !== before.search_text) await dialect.search.enter(trx, searchable(row), true)
      return replaced ? 'updated' : 'stale'
    },

    async remove(id) {
      await dialect.search.leave(trx, id)
      const former = (await remove(trx, { id })).rows[0]
      if (!former) return false
      await release(trx, former)
      return true
    },

    list: (query) => lists.list(trx, query),
    count: (filter, at, bound) => lists.count(trx, filter, at, bound),
  })
}

function searchable(row: WrittenUserRow): Searchable {
  return { organizationId: row.organization_id, id: row.id, text: row.search_text }
}
