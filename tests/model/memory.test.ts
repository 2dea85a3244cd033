import { memoryStorage } from '@rosterkit/adapters/memory'
import { expect, it } from 'vitest'
import { runModel } from './run.ts'

it('behaves as the model foretells', { timeout: 600_000 }, async () => {
  const t = Date.now()
  const report = await runModel({ openStorage: memoryStorage, seed: 20260301, worlds: 20 })
  console.log(report.operations, Date.now() - t, report.digest)
  console.log([...report.outcomes].sort().map(([k, v]) => `${k}: ${v}`).join('\n'))
  expect(report.operations).toBeGreaterThan(10)
})
