import type { Instant } from '@rosterkit/core'
import { sql, type Kysely } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { prepare } from './prepared.js'
import type { Database, UserColumns } from './schema.js'
import { firstRoleWindow, statusWindow } from './standing-window.js'
import { userColumns, userOf } from './user-row.js'
import type { Unit } from './unit.js'

/** How many people one statement brings up to date. */
const settleBatch = 500

/**
 * Brings the status and the first role of those up to date for whom an instant has passed (or, with
 * a clock set back, is yet to come), so that lists may filter and sort by an index. Both columns
 * only remember what follows from the person and the time, so a read may write them; `version`
 * stays.
 */
export function sqlUserStanding(db: Kysely<Database>, dialect: SqlDialect) {
  const windowOf = (name: 'status' | 'role') => {
    const from = sql.ref(`${name}_from_at`)
    const until = sql.ref(`${name}_until_at`)
    return {
      // The ends of the two indexes, and not whether anybody stands beyond the instant: with the
      // instant a parameter, PostgreSQL takes it for likely and reads a million people to find
      // nobody.
      isDue: prepare(({ at }: { at: Instant }) =>
        sql`select 1 where (select min(${until}) from users) <= ${at} or (select max(${from}) from users) > ${at}`.compile(
          db,
        ),
      ),
      condition: (at: Instant) => sql<boolean>`(${until} <= ${at} or ${from} > ${at})`,
    }
  }
  const status = windowOf('status')
  const role = windowOf('role')

  const dueForStatus = prepare(({ at }: { at: Instant }) =>
    db
      .selectFrom('users')
      .select(userColumns)
      .where(status.condition(at))
      .limit(settleBatch)
      .compile(),
  )
  const setStatus = prepare(
    (row: { id: string; rank: string; fromAt: Instant | null; untilAt: Instant | null }) =>
      db
        .updateTable('users')
        .set({ status: row.rank, status_from_at: row.fromAt, status_until_at: row.untilAt })
        .where('id', '=', row.id)
        .compile(),
  )
  const dueForRole = prepare(({ at }: { at: Instant }) =>
    db.selectFrom('users').select('id').where(role.condition(at)).limit(settleBatch).compile(),
  )
  const validities = prepare(({ ids }: { ids: unknown }) =>
    db
      .selectFrom('role_assignments')
      .select([
        'user_id',
        'role_id as roleId',
        'valid_from_at as validFromAt',
        'valid_until_at as validUntilAt',
      ])
      .where(dialect.among(sql.ref('user_id'), ids))
      .compile(),
  )
  const setRole = prepare(
    (row: {
      id: string
      role: string | null
      endsAt: Instant | null
      fromAt: Instant | null
      untilAt: Instant | null
    }) =>
      db
        .updateTable('users')
        .set({
          role: row.role,
          role_ends_at: row.endsAt,
          role_from_at: row.fromAt,
          role_until_at: row.untilAt,
        })
        .where('id', '=', row.id)
        .compile(),
  )

  return {
    settleStatus: sharedWhileRunning(async (trx, at) => {
      while ((await status.isDue(trx, { at })).rows.length > 0) {
        const { rows } = await dueForStatus(trx, { at })
        for (const row of rows as UserColumns[])
          await setStatus(trx, { id: row.id, ...statusWindow(userOf(row), at) })
      }
    }),

    settleRoles: sharedWhileRunning(async (trx, at) => {
      while ((await role.isDue(trx, { at })).rows.length > 0) {
        const { rows } = await dueForRole(trx, { at })
        const held = Map.groupBy(
          (await validities(trx, { ids: dialect.list(rows.map(({ id }) => id)) })).rows,
          (row) => row.user_id,
        )
        for (const { id } of rows)
          await setRole(trx, { id, ...firstRoleWindow(held.get(id) ?? [], at) })
      }
    }),
  }
}

/**
 * A page and its counts are asked for at once, in one transaction and for one instant: what one of
 * them has begun, the others wait for.
 */
function sharedWhileRunning(
  settle: (trx: Unit, at: Instant) => Promise<void>,
): (trx: Unit, at: Instant) => Promise<void> {
  const running = new WeakMap<Unit, { readonly at: Instant; readonly settled: Promise<void> }>()
  return (trx, at) => {
    const now = running.get(trx)
    if (now?.at === at) return now.settled
    const settled = settle(trx, at).finally(() => running.delete(trx))
    running.set(trx, { at, settled })
    return settled
  }
}
