import { postgresStorage } from '@rosterkit/adapters/postgres'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'

/**
 * Where the roster is kept: a PostgreSQL database by its address, or a SQLite file. Both keep the
 * same promises.
 */
export const openStorage = (database: string) =>
  isPostgresAddress(database)
    ? postgresStorage({ url: database })
    : sqliteStorage({ file: database })

/** Whether the text is the address of a PostgreSQL database and not the path of a file. */
export const isPostgresAddress = (database: string): boolean =>
  /^postgres(?:ql)?:\/\//i.test(database)
