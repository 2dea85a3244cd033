export { sqliteStorage, type SqliteStorageOptions } from './kysely/sqlite-storage.js'
export { StorageError, type StorageErrorCode } from './kysely/storage-error.js'
