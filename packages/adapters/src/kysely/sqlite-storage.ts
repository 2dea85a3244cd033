import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Storage } from '@rosterkit/core'
import SqliteDatabase from 'better-sqlite3'
import { Kysely } from 'kysely'
import { sqliteDialect } from './dialect.js'
import { migrateToLatest, schemaState, type SchemaState } from './migrate.js'
import type { Database } from './schema.js'
import { sqlStorage } from './sql-storage.js'
import { sqliteKyselyDialect, waitWhileBusy } from './sqlite-driver.js'
import { hasCode, StorageError } from './storage-error.js'

/** How {@link sqliteStorage} opens its database. */
export interface SqliteStorageOptions {
  /**
   * The path of the database; made when it is not there, in a directory that is. `:memory:` keeps
   * everything in this process only.
   */
  readonly file: string
  /**
   * `full`, the default: what a call has confirmed survives a crash of the machine. `normal`: a
   * crash of the machine may lose the last calls, one of the process alone nothing; about three
   * times as many writes a second.
   */
  readonly synchronous?: 'full' | 'normal'
}

/**
 * Opens a roster in a SQLite file, makes its schema or brings it up to date, and gives the storage
 * for `createRoster`. Several processes of one machine may use the file at once; it must not lie on
 * a network file system.
 *
 * Rejects with the code `database_unreadable` when the file cannot be opened, is no database or
 * belongs to another program, and with `schema_newer` when a newer version of this package has
 * written to it. Later calls reject with `busy` when another process keeps writing for more than
 * five seconds, with the database's own error when the disk is full, and with `closed` after
 * `close`. A transaction opened inside another one waits for ever.
 */
export async function sqliteStorage({
  file,
  synchronous = 'full',
}: SqliteStorageOptions): Promise<Storage> {
  // Without this the driver ends an older Node with a segmentation fault and not a word.
  if (Number(process.versions.node.split('.')[0]) < 22)
    throw new Error(`The SQLite storage needs Node 22 or newer; this is ${process.version}.`)
  // SQLite takes an empty name for a temporary database, which is gone with the process.
  if (file === '')
    throw new StorageError(
      'database_unreadable',
      'No database was named. Give sqliteStorage the path of a file, or “:memory:”.',
    )
  return naming(file, async () => {
    // Hardly waits by itself, because that would stop this process; the driver waits without
    // blocking.
    const database = new SqliteDatabase(file, { timeout: 10 })
    const db = new Kysely<Database>({ dialect: sqliteKyselyDialect(database) })
    try {
      await waitWhileBusy(() => schemaState(db, sqliteDialect))
      await waitWhileBusy(() => {
        database.pragma('journal_mode = wal')
        database.pragma(`synchronous = ${synchronous}`)
        database.pragma('foreign_keys = on')
        database.pragma('trusted_schema = off')
      })
      await waitWhileBusy(() => migrateToLatest(db, sqliteDialect))
      const inMemory = database.memory
      return sqlStorage(db, sqliteDialect, inMemory ? null : () => aside(file))
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/**
 * A second connection to the file, for one who reads for long: the storage's own serves everybody
 * else in turn.
 */
function aside(file: string): Kysely<Database> {
  const database = new SqliteDatabase(file, { timeout: 10 })
  database.pragma('trusted_schema = off')
  return new Kysely<Database>({ dialect: sqliteKyselyDialect(database) })
}

/**
 * How far the schema of a file is, which is neither made nor changed; one that is not there yet
 * lacks everything. Rejects as {@link sqliteStorage} does.
 */
export async function sqliteSchemaState(file: string): Promise<SchemaState> {
  return naming(file, async () => {
    const database = existsSync(file)
      ? new SqliteDatabase(file, { readonly: true })
      : new SqliteDatabase(':memory:')
    const db = new Kysely<Database>({ dialect: sqliteKyselyDialect(database) })
    try {
      return await waitWhileBusy(() => schemaState(db, sqliteDialect))
    } finally {
      database.close()
    }
  })
}

/** Lets a failure to open say which file it is about, and what to do. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (hasCode(error, 'busy') || !(error instanceof Error)) throw error
    if (hasCode(error, 'schema_newer'))
      throw new StorageError('schema_newer', `${resolve(file)}: ${error.message}`)
    throw new StorageError(
      'database_unreadable',
      `The database ${resolve(file)} cannot be used: ${reasonOf(error)}`,
      error,
    )
  }
}

function reasonOf(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code.startsWith('SQLITE_NOTADB'))
    return 'it is not a SQLite database. Name another file, or remove this one.'
  if (code.startsWith('SQLITE_READONLY'))
    return 'it cannot be written to. Check the permissions of the file and of its directory.'
  if (code.startsWith('SQLITE_CANTOPEN') || error.message.includes('directory does not exist'))
    return 'it cannot be opened. Check that its directory exists, that it is a file, and that this process may write to it.'
  return hasCode(error, 'database_unreadable') ? error.message : `${error.message}.`
}
