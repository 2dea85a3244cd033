import type { OwnedRecord, OwnedRecordStore } from '@rosterkit/core/ports'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { changed, prepare } from './prepared.js'
import type { Database, OwnedRecordTable, OwnedTableName } from './schema.js'
import type { Unit } from './unit.js'

type Row = Omit<Selectable<OwnedRecordTable>, 'ordinal'>

/** One kind of things that belong to people, in SQL. */
export function sqlOwnedRecordStore<T extends OwnedRecord>(
  db: Kysely<Database>,
  dialect: SqlDialect,
  name: OwnedTableName,
): (trx: Unit) => OwnedRecordStore<T> {
  // All of these tables have one shape; naming one of them keeps the queries' types simple.
  const table = name as 'sessions'
  const columns = ['user_organization_id', 'user_id', 'id', 'key', 'version', 'record'] as const
  const find = prepare(({ userId, id }: { userId: string; id: string }) =>
    db
      .selectFrom(table)
      .select(columns)
      .where('user_id', '=', userId)
      .where('id', '=', id)
      .compile(),
  )
  const ofUsers = prepare(({ ids }: { ids: unknown }) =>
    db
      .selectFrom(table)
      .select(columns)
      .where(dialect.among(sql.ref('user_id'), ids))
      .orderBy('ordinal')
      .compile(),
  )
  const insert = prepare((row: Row) =>
    db
      .insertInto(table)
      .values(Object.fromEntries(columns.map((column) => [column, row[column]])) as Row)
      .onConflict((conflict) =>
        conflict.columns(['user_organization_id', 'user_id', 'key']).doNothing(),
      )
      .compile(),
  )
  const update = prepare(
    ({ user_id, id, version, record, expectedVersion }: Row & { expectedVersion: number }) =>
      db
        .updateTable(table)
        .set({ version, record })
        .where('user_id', '=', user_id)
        .where('id', '=', id)
        .where('version', '=', expectedVersion)
        .compile(),
  )
  const remove = prepare(({ userId, id }: { userId: string; id: string }) =>
    db.deleteFrom(table).where('user_id', '=', userId).where('id', '=', id).compile(),
  )
  const removeAll = prepare(({ userId }: { userId: string }) =>
    db.deleteFrom(table).where('user_id', '=', userId).compile(),
  )

  return (trx) => ({
    async find(userId, id) {
      const { rows } = await find(trx, { userId, id })
      return rows[0] ? recordOf<T>(rows[0]) : null
    },

    async ofUsers(userIds) {
      if (userIds.length === 0) return []
      return (await ofUsers(trx, { ids: dialect.list(userIds) })).rows.map((row) =>
        recordOf<T>(row),
      )
    },

    async insert(record) {
      return changed(await insert(trx, rowOf(record))) ? 'inserted' : 'exists'
    },

    async update(record, expectedVersion) {
      return changed(await update(trx, { ...rowOf(record), expectedVersion })) ? 'updated' : 'stale'
    },

    async remove(userId, id) {
      return changed(await remove(trx, { userId, id }))
    },

    async removeAll(userId) {
      return Number((await removeAll(trx, { userId })).numAffectedRows ?? 0)
    },
  })
}

function rowOf({ id, userId, userOrganizationId, version, key, ...rest }: OwnedRecord): Row {
  return {
    user_organization_id: userOrganizationId,
    user_id: userId,
    id,
    key,
    version,
    record: JSON.stringify(rest),
  }
}

function recordOf<T extends OwnedRecord>({
  user_organization_id: userOrganizationId,
  user_id: userId,
  id,
  key,
  version,
  record,
}: Row): T {
  return { ...(JSON.parse(record) as object), id, userId, userOrganizationId, version, key } as T
}
