export {
  migrateDatabase,
  type MigrationOptions,
  type MigrationOutcome,
} from './kysely/migrate-database.js'
