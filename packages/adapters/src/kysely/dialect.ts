import { sql, type Expression, type Kysely, type RawBuilder, type Transaction } from 'kysely'
import type { Database } from './schema.js'

/** Everything in which the databases differ. Each member says what the queries may rely on. */
export interface SqlDialect {
  /** The column type of text, compared by code point whatever the database's locale. */
  readonly text: RawBuilder<unknown>
  /** The column type of a key that grows with every row added. */
  readonly ordinal: RawBuilder<unknown>
  /** What stands behind the columns when a table is created. */
  readonly tableOptions: RawBuilder<unknown>
  /** Whether rows that are read to be changed must be locked one by one; false where a writing transaction is alone anyway. */
  readonly locksRows: boolean
  /** A list of texts as one parameter, for {@link SqlDialect.among}; one, so that a statement is the same however many there are. */
  list(values: readonly string[]): unknown
  /** Whether the column holds one of the list's texts. */
  among(column: Expression<unknown>, list: unknown): RawBuilder<boolean>
  /** Whether the column contains the text, which is taken literally: no character is a wildcard. */
  contains(column: Expression<unknown>, text: unknown): RawBuilder<boolean>
  /** The column, so that the planner does not look for it in an index: where another index gives the order and this one only filters. */
  unindexed(column: RawBuilder<unknown>): RawBuilder<unknown>
  /** Runs work in a transaction: `write` is serialisable, `read` one consistent view in which only caches are written. */
  transaction<T>(db: Kysely<Database>, kind: 'read' | 'write', work: (trx: Transaction<Database>) => Promise<T>): Promise<T>
}

/** SQLite 3.38 or newer, in one process or several. */
export const sqliteDialect: SqlDialect = {
  text: sql`text`,
  ordinal: sql`integer primary key autoincrement`,
  tableOptions: sql`strict`,
  locksRows: false,
  list: (values) => JSON.stringify(values),
  among: (column, list) => sql`${column} in (select value from json_each(${list}))`,
  contains: (column, text) => sql`instr(${column}, ${text}) > 0`,
  unindexed: (column) => sql`+${column}`,
  // The driver begins a read-only transaction deferred and any other immediate; see sqlite-driver.ts.
  transaction: (db, kind, work) => (kind === 'read' ? db.transaction().setAccessMode('read only') : db.transaction()).execute(work),
}
