import { sql, type Kysely, type Transaction } from 'kysely'
import type { SqlDialect } from './dialect.js'
import { migrationsFor } from './migrations.js'
import type { Database } from './schema.js'
import { StorageError } from './storage-error.js'

const migrationTable = 'rosterkit_migrations'

/** The tables of the schema, one a row of {@link Database}. */
const tableNames = Object.keys({
  organizations: true,
  organization_ancestors: true,
  users: true,
  user_search: true,
  user_name_reservations: true,
  role_assignments: true,
  personas: true,
  authenticators: true,
  credentials: true,
  secrets: true,
  sessions: true,
  group_memberships: true,
  application_assignments: true,
  groups: true,
  applications: true,
  audit_events: true,
  audit_chains: true,
  outbox: true,
  security_key_ids: true,
  kept_answers: true,
  installation_secrets: true,
} satisfies Record<keyof Database | 'user_search', true>)

/** What a database has of the schema, and what it lacks. */
export interface SchemaState {
  /** The names of the changes that were made to it, in order. */
  readonly applied: readonly string[]
  /** The names of those that this version would make. */
  readonly pending: readonly string[]
}

/**
 * Says how far the schema is, and touches nothing. Rejects with `schema_newer` when a newer version
 * has been here, and with `database_unreadable` when the tables belong to another program.
 */
export async function schemaState(db: Kysely<Database>, dialect: SqlDialect): Promise<SchemaState> {
  const tables = await dialect.tableNames(db)
  const known = migrationsFor(dialect)
  const foreign = tables.includes(migrationTable)
    ? undefined
    : tableNames.find((name) => tables.includes(name))
  if (foreign !== undefined)
    throw new StorageError(
      'database_unreadable',
      `it holds a table “${foreign}” of another program. Use another ${dialect.schema === null ? 'database' : 'schema'}.`,
    )
  const applied = tables.includes(migrationTable) ? await appliedMigrations(db, dialect) : []
  const newer = applied.find((name) => !Object.hasOwn(known, name))
  if (newer !== undefined)
    throw new StorageError(
      'schema_newer',
      `The database was written by a newer version of Rosterkit (it has “${newer}”). Install that version or a newer one, or use another database.`,
    )
  return { applied, pending: Object.keys(known).filter((name) => !applied.includes(name)) }
}

/**
 * Brings the schema up to this version, or makes it in an empty database: all of it or, when it
 * fails, nothing. Says what it did. Rejects as {@link schemaState} does.
 */
export async function migrateToLatest(
  db: Kysely<Database>,
  dialect: SqlDialect,
): Promise<readonly string[]> {
  if ((await schemaState(db, dialect)).pending.length === 0) return []
  return db.transaction().execute(async (trx) => {
    await dialect.beginMigrating(trx)
    await trx.schema
      .createTable(migrationTable)
      .ifNotExists()
      .addColumn('name', dialect.text, (c) => c.primaryKey())
      .addColumn('timestamp', dialect.text, (c) => c.notNull())
      .execute()
    // Again, because somebody else may have been here while this waited.
    const { pending } = await schemaState(trx, dialect)
    const migrations = migrationsFor(dialect)
    for (const name of pending) {
      await migrations[name]!(trx as unknown as Transaction<never>)
      await sql`insert into ${sql.table(migrationTable)} (name, timestamp) values (${name}, ${new Date().toISOString()})`.execute(
        trx,
      )
    }
    return pending
  })
}

async function appliedMigrations(db: Kysely<Database>, { schema }: SqlDialect): Promise<string[]> {
  const table = schema === null ? sql.table(migrationTable) : sql.id(schema, migrationTable)
  return (
    await sql<{ name: string }>`select name from ${table} order by name`.execute(db)
  ).rows.map(({ name }) => name)
}
