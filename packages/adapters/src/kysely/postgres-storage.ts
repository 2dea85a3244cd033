import type { Storage } from '@rosterkit/core'
import { Kysely, sql } from 'kysely'
import type { PoolConfig } from 'pg'
import { postgresDialect, type SqlDialect } from './dialect.js'
import { migrateToLatest, schemaState, type SchemaState } from './migrate.js'
import { postgresKyselyDialect, type PostgresPool } from './postgres-driver.js'
import { trigramIndex } from './postgres-search.js'
import type { Database } from './schema.js'
import { sqlStorage } from './sql-storage.js'
import { hasCode, StorageError } from './storage-error.js'

/** Where {@link postgresStorage} finds its database. */
export type PostgresStorageOptions = PostgresSource & {
  /**
   * The schema that holds the tables, made when it is not there; `rosterkit` unless said otherwise,
   * because the database may have a table `users` of its own.
   */
  readonly schema?: string
  /**
   * Into how many tables each table of what belongs to organizations is split, by a hash of the
   * organization; looked at when the tables are made. Default: not split.
   */
  readonly partitions?: number
}

type PostgresSource =
  | {
      /** `postgres://user:password@host:5432/database`; needs the package `pg`. */
      readonly url: string
      /** How many connections may be open at once. Default 10. */
      readonly connections?: number
    }
  | {
      /** The host's own `Pool` of `pg`, which stays the host's to end. */
      readonly pool: PostgresPool
    }

/**
 * Opens a roster in a PostgreSQL database (15 or newer), makes its tables or brings them up to
 * date, and gives the storage for `createRoster`. Any number of processes may use the database at
 * once.
 *
 * Rejects with the code `database_unreadable` when the database cannot be reached or used, and with
 * `schema_newer` when a newer version of this package has written to it; each in one sentence that
 * says what to do. Later calls reject with `busy` when others keep writing to the same records,
 * after several tries of its own, and with `closed` after `close`. A transaction opened inside
 * another one may wait for ever for a connection.
 */
export async function postgresStorage(options: PostgresStorageOptions): Promise<Storage> {
  const { db, dialect } = await openPostgres(options)
  try {
    return await naming(options, async () => {
      await migrateToLatest(db, dialect)
      // Known only now: whether there is one depends on what the database let the migration make.
      return sqlStorage(db, dialectOf(options, await hasTrigramIndex(db, options)), () => db)
    })
  } catch (error) {
    await db.destroy()
    throw error
  }
}

/**
 * How far the schema of a database is, which is neither made nor changed. Rejects as
 * {@link postgresStorage} does.
 */
export async function postgresSchemaState(options: PostgresStorageOptions): Promise<SchemaState> {
  const { db, dialect } = await openPostgres(options)
  try {
    return await naming(options, () => schemaState(db, dialect))
  } finally {
    await db.destroy()
  }
}

/**
 * Connects to a database and makes sure that it can be used; changes nothing in it. Rejects as
 * {@link postgresStorage} does.
 */
async function openPostgres(
  options: PostgresStorageOptions,
): Promise<{ readonly db: Kysely<Database>; readonly dialect: SqlDialect }> {
  const dialect = dialectOf(options, false)
  const pool = 'pool' in options ? options.pool : await poolOf(options.url, options.connections)
  const db = new Kysely<Database>({
    dialect: postgresKyselyDialect(pool, dialect.schema!, !('pool' in options)),
  })
  try {
    await naming(options, () => schemaState(db, dialect))
    return { db, dialect }
  } catch (error) {
    await db.destroy()
    throw error
  }
}

function dialectOf(
  { schema = 'rosterkit', partitions = 0 }: PostgresStorageOptions,
  trigrams: boolean,
): SqlDialect {
  return postgresDialect({ schema, trigrams, partitions })
}

async function hasTrigramIndex(
  db: Kysely<Database>,
  { schema = 'rosterkit' }: PostgresStorageOptions,
): Promise<boolean> {
  const found =
    await sql`select 1 from pg_indexes where schemaname = ${schema} and indexname = ${trigramIndex}`.execute(
      db,
    )
  return found.rows.length > 0
}

async function poolOf(url: string, connections = 10): Promise<PostgresPool> {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    throw new StorageError(
      'database_unreadable',
      'No database was named. Give postgresStorage a url such as “postgres://user:password@localhost:5432/app”.',
    )
  }
  const { default: pg } = await import('pg').catch((error: unknown) => {
    throw new Error(
      'The package “pg” is not installed. Install it beside @rosterkit/adapters, or hand in a pool.',
      { cause: error },
    )
  })
  // Pipelined: a statement may leave before the answer to the one before has come.
  const pool = new pg.Pool({
    connectionString: parsed.href,
    max: connections,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
  } as PoolConfig)
  // A connection that is lost while nobody uses it is replaced by the next call; without a listener
  // it would end the process.
  pool.on('error', () => {})
  return pool as PostgresPool
}

/** Lets a failure to open say which database it is about, and what to do. */
async function naming<T>(options: PostgresStorageOptions, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (hasCode(error, 'busy') || !(error instanceof Error)) throw error
    const name = nameOf(options)
    if (hasCode(error, 'schema_newer'))
      throw new StorageError('schema_newer', `${name}: ${error.message}`)
    throw new StorageError(
      'database_unreadable',
      `The database ${name} cannot be used: ${reasonOf(error)}`,
      error,
    )
  }
}

/** The database without the password: this goes into logs. */
function nameOf(options: PostgresStorageOptions): string {
  if (!('url' in options)) return 'behind the pool'
  const { hostname, port, pathname } = new URL(options.url)
  return `${decodeURIComponent(pathname.slice(1))} at ${hostname}${port === '' ? '' : `:${port}`}`
}

function reasonOf(error: Error): string {
  switch ('code' in error ? error.code : null) {
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return 'nothing answers there. Check that the server runs, its host and its port.'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'there is no such host. Check the host in the url.'
    case '28P01':
    case '28000':
      return 'it refuses this user and password. Check them in the url.'
    case '3D000':
      return 'there is no such database on this server. Create it, or name another.'
    case '42501':
      return 'this user may not make tables there. Grant “create” on the database, or run the migration as another user.'
    case '53300':
      return 'the server takes no more connections. Lower “connections”, or raise its limit.'
    case '57P03':
      return 'the server is starting or stopping. Try again in a moment.'
    default:
      if (error.message.includes('timeout'))
        return 'it does not answer in time. Check that the server runs and can be reached.'
      return hasCode(error, 'database_unreadable')
        ? error.message
        : `${error.message.replaceAll('\n', ' ')}.`
  }
}
