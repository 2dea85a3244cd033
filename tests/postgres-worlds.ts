import type { Storage } from '@rosterkit/core'
import { postgresStorage } from '@rosterkit/adapters/postgres'
import pg from 'pg'
import { inject } from 'vitest'
import { emptySchema } from '../packages/adapters/src/kysely/empty-schema.test.helper.ts'

// Making the tables takes longer than a test. Each worker makes a few sets of them once and empties
// one for every world; more than one, because some tests have two worlds open.
const sets = 3

let ready: Promise<{ pool: pg.Pool; storages: readonly Storage[] }> | undefined
let next = 0

async function prepare() {
  const pool = new pg.Pool({
    connectionString: inject('postgresUrl'),
    max: 4,
    allowExitOnIdle: true,
  })
  const storages: Storage[] = []
  for (let set = 0; set < sets; set++)
    storages.push(await postgresStorage({ pool, schema: schemaOf(set) }))
  return { pool, storages }
}

const schemaOf = (set: number) =>
  `world_${process.pid}_${process.env['VITEST_POOL_ID'] ?? 0}_${set}`

/** An empty PostgreSQL storage for one world. */
export async function emptyPostgresStorage(): Promise<Storage> {
  const { pool, storages } = await (ready ??= prepare())
  const set = next++ % sets
  await emptySchema(pool, schemaOf(set))
  // The tables are emptied for the next world, not closed.
  return { ...storages[set]!, close: () => Promise.resolve() }
}
