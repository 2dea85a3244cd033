export { postgresStorage, type PostgresStorageOptions } from './kysely/postgres-storage.js'
export type { PostgresClient, PostgresPool } from './kysely/postgres-driver.js'
export { StorageError, type StorageErrorCode } from './kysely/storage-error.js'
