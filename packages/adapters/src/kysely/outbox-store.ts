import type { OutboxItem, OutboxStore } from '@rosterkit/core/ports'
import { sql, type Kysely, type Selectable } from 'kysely'
import { changed, prepare } from './prepared.js'
import type { Database, OutboxTable } from './schema.js'
import type { Unit } from './unit.js'

type Row = Selectable<OutboxTable>

// Written into the statement, so that the planner knows that the index of these alone will do.
const queued = sql.lit('queued')
const failed = sql.lit('failed')

/** The outbox, in SQL. */
export function sqlOutboxStore(db: Kysely<Database>): (trx: Unit) => OutboxStore {
  const items = db.selectFrom('outbox').selectAll()
  const add = prepare(
    ({ organization_id, id, version, user_id, state, queued_at, due_at, record }: Row) =>
      db
        .insertInto('outbox')
        .values({ organization_id, id, version, user_id, state, queued_at, due_at, record })
        .compile(),
  )
  const due = prepare(({ at, limit }: { at: string; limit: number }) =>
    items
      .where('state', '=', queued)
      .where('due_at', '<=', at)
      .orderBy('due_at')
      .orderBy('id')
      .limit(limit)
      .compile(),
  )
  const find = prepare(({ id }: { id: string }) => items.where('id', '=', id).compile())
  const update = prepare(
    ({ id, version, state, due_at, record, expectedVersion }: Row & { expectedVersion: number }) =>
      db
        .updateTable('outbox')
        .set({ version, state, due_at, record })
        .where('id', '=', id)
        .where('version', '=', expectedVersion)
        .compile(),
  )
  const ofUser = prepare(({ userId, limit }: { userId: string; limit: number }) =>
    items.where('user_id', '=', userId).orderBy('id', 'desc').limit(limit).compile(),
  )
  const givenUp = prepare(({ limit }: { limit: number }) =>
    items.where('state', '=', failed).orderBy('id', 'desc').limit(limit).compile(),
  )
  const removeOf = prepare(({ userId }: { userId: string }) =>
    db.deleteFrom('outbox').where('user_id', '=', userId).compile(),
  )

  return (trx) => ({
    async add(mail) {
      await add(trx, rowOf(mail))
    },

    async due(at, limit) {
      return (await due(trx, { at, limit })).rows.map(mailOf)
    },

    async find(id) {
      const { rows } = await find(trx, { id })
      return rows[0] ? mailOf(rows[0]) : null
    },

    async update(mail, expectedVersion) {
      return changed(await update(trx, { ...rowOf(mail), expectedVersion })) ? 'updated' : 'stale'
    },

    async ofUser(userId, limit) {
      return (await ofUser(trx, { userId, limit })).rows.map(mailOf)
    },

    async failed(limit) {
      return (await givenUp(trx, { limit })).rows.map(mailOf)
    },

    async removeOf(userId) {
      await removeOf(trx, { userId })
    },
  })
}

function rowOf({
  organizationId,
  id,
  version,
  userId,
  state,
  queuedAt,
  dueAt,
  ...rest
}: OutboxItem): Row {
  return {
    organization_id: organizationId,
    id,
    version,
    user_id: userId,
    state,
    queued_at: queuedAt,
    due_at: dueAt,
    record: JSON.stringify(rest),
  }
}

function mailOf(row: Row): OutboxItem {
  const rest = JSON.parse(row.record) as Pick<
    OutboxItem,
    'attempts' | 'sentAt' | 'lastError' | 'task'
  >
  return {
    ...rest,
    organizationId: row.organization_id,
    id: row.id,
    version: row.version,
    userId: row.user_id,
    state: row.state as OutboxItem['state'],
    queuedAt: row.queued_at,
    dueAt: row.due_at,
  }
}
