import { fileURLToPath } from 'node:url'
import type { SchemaState } from './migrate.js'
import type { PostgresStorageOptions } from './postgres-storage.js'

/** Which database {@link migrateDatabase} brings up to date, and how. */
export interface MigrationOptions {
  /**
   * `postgres://…` for PostgreSQL; anything else is the path, or the `file:` url, of a SQLite
   * database.
   */
  readonly url: string
  /** PostgreSQL only: see `postgresStorage`. */
  readonly schema?: string
  /** PostgreSQL only: see `postgresStorage`. */
  readonly partitions?: number
  /** Only says what would be done, and touches nothing. */
  readonly dryRun?: boolean
}

/** What {@link migrateDatabase} found and did. */
export interface MigrationOutcome {
  /** The changes that the database had already. */
  readonly before: readonly string[]
  /** The changes that were made, or with `dryRun` would be. */
  readonly made: readonly string[]
}

/**
 * Brings a database up to this version, or makes its tables in an empty one: all of it or, when it
 * fails, nothing. The storages do so too when they open; call this where the running application
 * may not change tables, or to see what a new version will change.
 *
 * Rejects with `database_unreadable` when the database cannot be reached or used, and with
 * `schema_newer` when a newer version has written to it.
 */
export async function migrateDatabase({
  url,
  dryRun = false,
  ...options
}: MigrationOptions): Promise<MigrationOutcome> {
  const { state, migrate } = await databaseAt(url, options)
  const { applied, pending } = await state()
  if (!dryRun && pending.length > 0) await migrate()
  return { before: applied, made: pending }
}

async function databaseAt(
  url: string,
  options: Pick<PostgresStorageOptions, 'schema' | 'partitions'>,
): Promise<{ readonly state: () => Promise<SchemaState>; readonly migrate: () => Promise<void> }> {
  // Each is loaded only when it is asked for, because hosts install the driver that they use.
  if (/^postgres(ql)?:/.test(url)) {
    const { postgresSchemaState, postgresStorage } = await import('./postgres-storage.js')
    return {
      state: () => postgresSchemaState({ url, ...options }),
      migrate: async () => (await postgresStorage({ url, ...options })).close(),
    }
  }
  const file = url.startsWith('file:') ? fileURLToPath(url) : url
  const { sqliteSchemaState, sqliteStorage } = await import('./sqlite-storage.js')
  return {
    state: () => sqliteSchemaState(file),
    migrate: async () => (await sqliteStorage({ file })).close(),
  }
}
