import { sql, type Expression, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import { postgresConflict } from './postgres-driver.js'
import { postgresSearch } from './postgres-search.js'
import type { Database } from './schema.js'
import type { SearchIndex } from './search-index.js'
import { sqliteSearch } from './sqlite-search.js'
import { StorageError } from './storage-error.js'
import { Unit, type SqlConnection } from './unit.js'

/** Everything in which the databases differ. Each member says what the queries may rely on. */
export interface SqlDialect {
  /** The schema that holds the tables; null where a database holds one roster. */
  readonly schema: string | null
  /** The column type of text, compared by code point whatever the database's locale. */
  readonly text: RawBuilder<unknown>
  /** The column type of a whole number up to 2^53. */
  readonly integer: RawBuilder<unknown>
  /** The column type of a number that grows with every row added. */
  readonly ordinal: RawBuilder<unknown>
  /**
   * Whether that number is the table's primary key; where it is not, the primary key begins with
   * the organization.
   */
  readonly ordinalIsKey: boolean
  /** What stands behind the columns when a table is created. */
  readonly tableOptions: RawBuilder<unknown>
  /**
   * Into how many parts the tables of what belongs to organizations are split, by a hash of the
   * organization; 0 is not at all.
   */
  readonly partitions: number
  /**
   * Whether rows that are read to be changed must be locked one by one; false where a writing
   * transaction is alone anyway.
   */
  readonly locksRows: boolean
  /** Finds people by any part of their search text. */
  readonly search: SearchIndex
  /**
   * A list of texts as one parameter, for {@link SqlDialect.among}; one, so that a statement is the
   * same however many there are.
   */
  list(values: readonly string[]): unknown
  /** Whether the column holds one of the list's texts. */
  among(column: Expression<unknown>, list: unknown): RawBuilder<boolean>
  /** Whether the column contains the text, which is taken literally: no character is a wildcard. */
  contains(column: Expression<unknown>, text: unknown): RawBuilder<boolean>
  /**
   * The column, so that the planner does not look for it in an index: where another index gives the
   * order and this one only filters.
   */
  unindexed(column: RawBuilder<unknown>): RawBuilder<unknown>
  /**
   * A query that adds rows, given as a list of objects, to a table; in their order, and leaving out
   * those whose key is taken where `skip` names it. Gives the column `returning` of those it has
   * added. Null where adding them one by one is quicker.
   */
  insertAll(
    rows: {
      readonly table: string
      readonly columns: Readonly<Record<string, 'text' | 'integer'>>
      readonly skip?: readonly string[]
      readonly returning?: string
    },
    list: unknown,
  ): RawBuilder<Readonly<Record<string, string>>> | null
  /**
   * How many people there are, counted up to the limit; not counted at all where the database knows
   * that they are many more.
   */
  countOfUsers(limit: unknown): RawBuilder<number>
  /** The names of the tables where ours are, or are to be. */
  tableNames(db: Kysely<Database>): Promise<readonly string[]>
  /**
   * Waits until nobody else changes the schema, up to the end of the transaction, and makes what
   * the tables are to stand in.
   */
  beginMigrating(trx: Transaction<Database>): Promise<void>
  /**
   * Runs work in a transaction: `write` is serialisable, `read` one consistent view in which only
   * caches are written. The work may run more than once.
   */
  transaction<T>(
    db: Kysely<Database>,
    kind: 'read' | 'write',
    work: (unit: Unit) => Promise<T>,
  ): Promise<T>
}

/** SQLite 3.43 or newer, in one process or several. */
export const sqliteDialect: SqlDialect = {
  schema: null,
  text: sql`text`,
  integer: sql`integer`,
  ordinal: sql`integer primary key autoincrement`,
  ordinalIsKey: true,
  tableOptions: sql`strict`,
  partitions: 0,
  locksRows: false,
  search: sqliteSearch,
  list: (values) => JSON.stringify(values),
  among: (column, list) => sql`${column} in (select value from json_each(${list}))`,
  contains: (column, text) => sql`instr(${column}, ${text}) > 0`,
  unindexed: (column) => sql`+${column}`,
  // A statement is a call within this process, and taking the columns out of a list costs more.
  insertAll: () => null,
  countOfUsers: (limit) =>
    sql`(select count(*) from (select 1 from users limit ${limit}) as counted)`,
  tableNames: async (db) =>
    (
      await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(db)
    ).rows.map(({ name }) => name),
  // A writing transaction is alone already.
  beginMigrating: () => Promise.resolve(),
  // The driver begins a read-only transaction deferred and any other immediate; see
  // sqlite-driver.ts.
  async transaction(db, kind, work) {
    try {
      return await (
        kind === 'read' ? db.transaction().setAccessMode('read only') : db.transaction()
      ).execute(inUnit(kind, work))
    } finally {
      // Nothing in it has waited for anything outside this process: without this, a host that makes
      // one call after the other would keep timers and sockets from their turn.
      await aTurn()
    }
  },
}

/** Lets everything else that is due in this process have its turn. */
export function aTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** How often a transaction is tried beside others, and then alone. */
const attempts = { beside: 3, alone: 4 }

/**
 * PostgreSQL 15 or newer.
 *
 * Writes run SERIALIZABLE: the rules read the caller's rights, the locks above, the other
 * administrators and more before they write, and with anything less each of these reads would have
 * to be found and locked. A transaction that meets another is tried again; the last attempts are
 * made alone, so that a crowd around one organization ends in a queue and not in refusals. Reads
 * run REPEATABLE READ: one view, and none of the bookkeeping.
 */
export function postgresDialect({
  schema,
  trigrams,
  partitions,
}: {
  readonly schema: string
  readonly trigrams: boolean
  readonly partitions: number
}): SqlDialect {
  return {
    schema,
    text: sql`text collate "C"`,
    integer: sql`bigint`,
    // Not an identity column, which a partitioned table can only have from PostgreSQL 17 on.
    ordinal: sql`bigserial`,
    ordinalIsKey: false,
    tableOptions: sql``,
    partitions,
    locksRows: true,
    search: postgresSearch(trigrams),
    list: (values) => values,
    among: (column, list) => sql`${column} = any(${list})`,
    contains: (column, text) => sql`strpos(${column}, ${text}) > 0`,
    unindexed: (column) => sql`(${column} || '')`,
    insertAll({ table, columns, skip, returning }, list) {
      const names = sql.join(Object.keys(columns).map((column) => sql.ref(column)))
      const types = sql.join(
        Object.entries(columns).map(
          ([column, type]) =>
            sql`${sql.ref(column)} ${sql.raw(type === 'text' ? 'text' : 'bigint')}`,
        ),
      )
      return sql`insert into ${sql.table(table)} (${names}) select ${names} from json_to_recordset(${list}) as row(${types})${skip ? sql` on conflict (${sql.join(skip.map((column) => sql.ref(column)))}) do nothing` : sql``}${returning ? sql` returning ${sql.ref(returning)}` : sql``}`
    },
    // The estimate is what the server counted last, a little while ago; with ten times the limit,
    // it would have to have missed nine deletions of ten.
    countOfUsers: (limit) =>
      sql`case when (select reltuples from pg_class where oid = 'users'::regclass) > ${limit}::bigint * 10 then ${limit}::bigint else (select count(*) from (select 1 from users limit ${limit}::bigint) as counted) end`,
    tableNames: async (db) =>
      (
        await sql<{
          name: string
        }>`select relname as name from pg_class where relnamespace = to_regnamespace(${`"${schema.replaceAll('"', '""')}"`}) and relkind in ('r', 'p', 'v', 'm', 'f')`.execute(
          db,
        )
      ).rows.map(({ name }) => name),
    async beginMigrating(trx) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`rosterkit ${schema}`}, 0))`.execute(
        trx,
      )
      await trx.schema.createSchema(schema).ifNotExists().execute()
    },
    async transaction(db, kind, work) {
      if (kind === 'read')
        return orBusy(
          db.transaction().setIsolationLevel('repeatable read').execute(inUnit(kind, work)),
        )
      for (let attempt = 1; ; attempt++) {
        try {
          const serializable = db.transaction().setIsolationLevel('serializable')
          // The driver takes “read write” said in so many words as: wait until nobody else writes,
          // and let nobody else in; see postgres-driver.ts.
          return await (
            attempt > attempts.beside ? serializable.setAccessMode('read write') : serializable
          ).execute(inUnit(kind, work))
        } catch (error) {
          const conflict = postgresConflict(error)
          if (conflict === null) throw error
          // Two that add the same key at once see this once; whoever sees it alone has made a
          // mistake.
          if (conflict === 'same key' && attempt > attempts.beside) throw error
          if (conflict === 'waited too long' || attempt >= attempts.beside + attempts.alone)
            throw busy(error)
          if (conflict === 'same key') attempt = Math.max(attempt, attempts.beside)
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** attempt))
        }
      }
    },
  }
}

/** Runs work on the connection of a transaction itself. */
function inUnit<T>(
  kind: 'read' | 'write',
  work: (unit: Unit) => Promise<T>,
): (trx: Transaction<Database>) => Promise<T> {
  return (trx) =>
    trx.getExecutor().provideConnection(async (connection) => {
      const unit = new Unit(connection as SqlConnection, kind)
      try {
        return await work(unit)
      } finally {
        unit.end()
      }
    })
}

async function orBusy<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw postgresConflict(error) === null ? error : busy(error)
  }
}

function busy(cause: unknown): StorageError {
  return new StorageError(
    'busy',
    'Others are writing to the same records and did not finish in time. Nothing was changed; try again.',
    cause,
  )
}
