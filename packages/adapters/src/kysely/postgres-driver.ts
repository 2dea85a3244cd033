import { createHash } from 'node:crypto'
import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  type TransactionSettings,
} from 'kysely'
import type { SqlConnection } from './unit.js'

/** How long a statement waits for rows that another transaction holds. */
const lockTimeoutMs = 5_000

/** What the storage needs of a pool of connections; a `Pool` of `pg` fits. */
export interface PostgresPool {
  connect(): Promise<PostgresClient>
  end(): Promise<void>
}

/** One connection of a {@link PostgresPool}. */
export interface PostgresClient {
  /** Whether statements may be sent one behind the other. */
  readonly pipeline?: boolean
  query(statement: {
    readonly text: string
    readonly name?: string
    readonly values?: unknown[]
    readonly types?: { readonly getTypeParser: (type: number) => (value: string) => unknown }
  }): Promise<PostgresResult>
  release(broken?: boolean): void
  on(event: 'error', listener: (error: Error) => void): unknown
  removeListener(event: 'error', listener: (error: Error) => void): unknown
}

/** What one statement gave. */
interface PostgresResult {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: unknown[]
}

/**
 * Kysely over `pg`, for three reasons. Each transaction names the schema for itself, so that a host
 * may lend us the pool that it uses. Statements are prepared by name, once a connection. And the
 * first statement of a read does not wait for `begin` to come back, where the connection allows it.
 */
export function postgresKyselyDialect(
  pool: PostgresPool,
  schema: string,
  ownPool: boolean,
): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PostgresDriver(pool, schema, ownPool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class PostgresDriver implements Driver {
  readonly #path: string

  constructor(
    private readonly pool: PostgresPool,
    schema: string,
    private readonly ownPool: boolean,
  ) {
    this.#path = `set local search_path to "${schema.replaceAll('"', '""')}"; set local lock_timeout to ${lockTimeoutMs}`
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    return new PostgresConnection(await this.pool.connect())
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel, accessMode }: TransactionSettings,
  ): Promise<void> {
    const statements = [
      `begin${isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`}`,
      this.#path,
    ]
    if (isolationLevel !== 'serializable') {
      // Not waited for: the first statement hears of what went wrong.
      void (connection as PostgresConnection).begin(statements.join('; '), 'r')
      return
    }
    // Every command ends in the audit. This lock comes before the transaction's view of the
    // database, so whoever waits for it then sees what the others did.
    statements.push(
      `lock table audit_chains in ${accessMode === 'read write' ? 'exclusive' : 'row share'} mode`,
    )
    // Read by an index, a row of a small table is noted as read; read by a scan, the whole table
    // is, and every writer to it gets in the way.
    statements.push('set local enable_seqscan to off')
    // The view is taken here, before the work looks at a clock: what it sees then happened before
    // the instant it works at.
    await (connection as PostgresConnection).begin([...statements, 'select 1'].join('; '), 'w')
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as PostgresConnection).commit()
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as PostgresConnection).rollback()
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as PostgresConnection).release()
  }

  async destroy(): Promise<void> {
    if (this.ownPool) await this.pool.end()
  }
}

class PostgresConnection implements SqlConnection {
  #last: Promise<unknown> = Promise.resolve()
  /**
   * What made the database give up the transaction: the first failure, of which all later ones
   * follow.
   */
  #failure: unknown = null
  #broken = false
  /** A statement keeps the plan that it was prepared with, and writes are planned otherwise. */
  #mode: 'r' | 'w' = 'r'

  constructor(private readonly client: PostgresClient) {
    client.on('error', this.#lost)
  }

  // Without a listener, a connection that is lost between two statements would end the host's
  // process.
  readonly #lost = () => {
    this.#broken = true
  }

  begin(statements: string, mode: 'r' | 'w'): Promise<unknown> {
    this.#failure = null
    this.#mode = mode
    const begun = this.#query({ text: statements })
    begun.catch((error: unknown) => (this.#failure ??= error))
    return begun
  }

  async commit(): Promise<void> {
    const { command } = await this.#query({ text: 'commit' })
    // After a statement that failed, and whose failure nobody waited for or somebody swallowed,
    // PostgreSQL rolls back and calls it a success.
    if (command === 'ROLLBACK' || this.#failure !== null)
      throw this.#failure ?? new Error('The database rolled the transaction back.')
  }

  async rollback(): Promise<void> {
    try {
      await this.#query({ text: 'rollback' })
    } catch {
      // The connection is gone, and the transaction with it; the error that led here matters more.
      this.#broken = true
    }
  }

  release(): void {
    this.client.removeListener('error', this.#lost)
    this.client.release(this.#broken)
  }

  send(query: CompiledQuery): void {
    this.executeQuery(query).catch(() => {})
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const { command, rowCount, rows } = await this.#query({
        text: sql,
        values: parameters as unknown[],
        types,
        ...(plannedAnew.test(sql) ? {} : { name: `${nameOf(sql)}_${this.#mode}` }),
      })
      return command === 'SELECT'
        ? { rows: rows as R[] }
        : { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
    } catch (error) {
      throw (this.#failure ??= error)
    }
  }

  /**
   * Sends a statement: at once where the connection takes several, otherwise once it is done with
   * the one before.
   */
  #query(statement: Parameters<PostgresClient['query']>[0]): Promise<PostgresResult> {
    const answer =
      this.client.pipeline === true
        ? this.client.query(statement)
        : this.#last.then(() => this.client.query(statement))
    this.#last = answer.catch(() => {})
    return answer
  }

  // The stores read in batches: a cursor would need another package.
  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('This connection does not stream.')
  }
}

/**
 * Statements whose best plan depends on the text searched for: a plan made for any text would be
 * made for a common one. Also the schema's own, which run once.
 */
const plannedAnew = /user_search|^\s*(create|alter|drop) /

const names = new Map<string, string>()

/** The name of a prepared statement: the same for the same statement, whoever prepares it. */
function nameOf(statement: string): string {
  let name = names.get(statement)
  if (name === undefined)
    names.set(
      statement,
      (name = `rosterkit_${createHash('sha256').update(statement).digest('hex').slice(0, 32)}`),
    )
  return name
}

const asNumber = (value: string) => Number(value)
const asBoolean = (value: string) => value === 't'
const asText = (value: string) => value

/**
 * Numbers and booleans by the ids of their types; everything else is text. Per statement, because
 * the host's own may want them otherwise.
 */
const types = {
  getTypeParser: (type: number) =>
    type === 20 || type === 21 || type === 23 ? asNumber : type === 16 ? asBoolean : asText,
}

/** What another transaction had to do with an error, or null when it is an error of its own. */
export function postgresConflict(
  error: unknown,
): 'conflict' | 'same key' | 'waited too long' | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === '40001' || code === '40P01') return 'conflict'
  if (code === '23505') return 'same key'
  return code === '55P03' ? 'waited too long' : null
}
