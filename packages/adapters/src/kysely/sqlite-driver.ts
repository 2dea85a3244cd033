import type SqliteDatabase from 'better-sqlite3'
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import { StorageError } from './storage-error.js'
import type { SqlConnection } from './unit.js'

/** How long a call waits for another process that is writing, before it rejects with `busy`. */
const busyTimeoutMs = 5_000

/**
 * How many statements stay prepared. The lists have some hundred shapes, and most hosts use a
 * dozen.
 */
const preparedStatements = 500

/**
 * Kysely over better-sqlite3, for one reason: Kysely's own dialect begins every transaction with a
 * plain `begin`, with which two writers that both read first end in a deadlock of locks, and
 * prepares each statement anew.
 */
export function sqliteKyselyDialect(database: SqliteDatabase.Database): Dialect {
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
    createDriver: () => new SqliteDriver(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/**
 * A migration that fails, or is killed, leaves nothing behind: SQLite creates tables inside
 * transactions too.
 */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class SqliteDriver implements Driver {
  readonly #connection: SqliteConnection

  constructor(private readonly database: SqliteDatabase.Database) {
    this.#connection = new SqliteConnection(database)
  }

  async init(): Promise<void> {}

  // Kysely lends the one connection to one borrower at a time, because the adapter says that there
  // is only one.
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(
    _connection: DatabaseConnection,
    { accessMode }: TransactionSettings,
  ): Promise<void> {
    // A deferred transaction takes its view of the database with its first read and keeps nobody
    // out.
    if (accessMode === 'read only') this.#connection.run('begin')
    else await waitWhileBusy(() => this.#connection.run('begin immediate'))
  }

  async commitTransaction(): Promise<void> {
    this.#connection.run('commit')
  }

  async rollbackTransaction(): Promise<void> {
    // SQLite has rolled back by itself after some errors (full, I/O); a second time would hide the
    // error that matters.
    if (this.database.inTransaction) this.#connection.run('rollback')
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.database.close()
  }
}

class SqliteConnection implements SqlConnection {
  readonly #statements = new Map<string, SqliteDatabase.Statement<unknown[], unknown>>()

  constructor(private readonly database: SqliteDatabase.Database) {}

  run(statement: string): void {
    translatingErrors(() => this.#prepared(statement).run())
  }

  send({ sql, parameters }: CompiledQuery): void {
    translatingErrors(() => this.#prepared(sql).run(...parameters))
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return translatingErrors(() => {
      const statement = this.#prepared(sql)
      if (statement.reader) return { rows: statement.all(...parameters) as R[] }
      return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) }
    })
  }

  // The stores read in batches: an open cursor would keep the one connection from everybody else.
  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('This connection does not stream.')
  }

  #prepared(sql: string): SqliteDatabase.Statement<unknown[], unknown> {
    const known = this.#statements.get(sql)
    if (known) return known
    if (this.#statements.size >= preparedStatements) this.#statements.clear()
    const statement = this.database.prepare<unknown[], unknown>(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

/**
 * Repeats what another process is in the way of. Waits without blocking: better-sqlite3 runs on the
 * host's own thread, and who is in the way may be waiting for that thread, in this very process.
 */
export async function waitWhileBusy<T>(attempt: () => T | Promise<T>): Promise<T> {
  const giveUpAtMs = performance.now() + busyTimeoutMs
  for (let waitMs = 1; ; waitMs = Math.min(waitMs * 2, 50)) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() + waitMs > giveUpAtMs) throw error
      await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
}

function translatingErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (isBusy(error))
      throw new StorageError(
        'busy',
        'Another process is writing to the database and did not finish in time. Nothing was changed; try again.',
        error,
      )
    throw error
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'busy' ||
      (typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY')))
  )
}
