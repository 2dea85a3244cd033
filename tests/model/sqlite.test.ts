import { memoryStorage } from '@rosterkit/adapters/memory'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import { expect, it } from 'vitest'
import { runModel } from './run.ts'

it(
  'a roster in SQLite does what the model foretells, and answers to the byte what memory answers',
  { timeout: 600_000 },
  async () => {
    const run = { seed: 20_260_302, worlds: 70 }
    const sqlite = await runModel({
      ...run,
      openStorage: () => sqliteStorage({ file: ':memory:' }),
    })
    const memory = await runModel({ ...run, openStorage: memoryStorage })
    expect(sqlite.operations).toBeGreaterThan(8_000)
    expect(sqlite.digest).toBe(memory.digest)
  },
)
