import { memoryStorage } from '@rosterkit/adapters/memory'
import { expect, it } from 'vitest'
import { emptyPostgresStorage } from '../postgres-worlds.ts'
import { runModel } from './run.ts'

it(
  'a roster in PostgreSQL does what the model foretells, and answers to the byte what memory answers',
  { timeout: 600_000 },
  async () => {
    const run = { seed: 20_260_303, worlds: 12 }
    const postgres = await runModel({ ...run, openStorage: emptyPostgresStorage })
    const memory = await runModel({ ...run, openStorage: memoryStorage })
    expect(postgres.operations).toBeGreaterThan(1_500)
    expect(postgres.digest).toBe(memory.digest)
  },
)
