import type { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { SqlDialect } from './dialect.js'
import { migrationsFor } from './migrations.js'
import type { Database } from './schema.js'
import { StorageError } from './storage-error.js'

const migrationTableName = 'rosterkit_migrations'

/** The tables of the schema, one a row of {@link Database}. */
const tableNames = Object.keys({
  organizations: true,
  organization_ancestors: true,
  users: true,
  user_name_reservations: true,
  role_assignments: true,
  personas: true,
  authenticators: true,
  sessions: true,
  group_memberships: true,
  application_assignments: true,
  groups: true,
  applications: true,
  audit_events: true,
  audit_chains: true,
  installation_secrets: true,
} satisfies Record<keyof Database, true>)

/**
 * Makes sure that the database is empty, or one of ours that this version can read, and touches nothing. Rejects with
 * `schema_newer` when a newer version has been here, and with `database_unreadable` when it belongs to another program.
 */
export async function checkSchema(db: Kysely<Database>, dialect: SqlDialect): Promise<void> {
  const tables = (await db.introspection.getTables({ withInternalKyselyTables: true })).map(({ name }) => name)
  const foreign = tables.includes(migrationTableName) ? undefined : tableNames.find((name) => tables.includes(name))
  if (foreign !== undefined) throw new StorageError('database_unreadable', `it holds a table “${foreign}” of another program. Use another database.`)
  if (!tables.includes(migrationTableName)) return
  const migrations = migrationsFor(dialect)
  const unknown = (await appliedMigrations(db)).find((name) => !Object.hasOwn(migrations, name))
  if (unknown !== undefined) throw newer(unknown)
}

/** Brings the schema up to this version, or makes it in an empty database: all of it or, when it fails, nothing. */
export async function migrateToLatest(db: Kysely<Database>, dialect: SqlDialect): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrationsFor(dialect)) }
  const { error } = await new Migrator({ db, provider, migrationTableName, migrationLockTableName: `${migrationTableName}_lock` }).migrateToLatest()
  if (error !== undefined) throw error
}

async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const rows = await (db as unknown as Kysely<Record<typeof migrationTableName, { name: string }>>).selectFrom(migrationTableName).select('name').execute()
  return rows.map(({ name }) => name)
}

function newer(migration: string): StorageError {
  return new StorageError('schema_newer', `The database was written by a newer version of Rosterkit (it has “${migration}”). Install that version or a newer one, or use another database.`)
}
