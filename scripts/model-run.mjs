// Plays random calls against a real roster and foretells each with the model of tests/model, for as
// many operations as wanted. Usage: node scripts/model-run.mjs [operations, 10000000 unless told]
// [--storage memory|sqlite] [--seed number] Ends with 1 and the shortest run that differs; its seed
// is printed with it.
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'
import { sourceAlias } from './source-alias.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    storage: { type: 'string', default: 'memory' },
    seed: { type: 'string', default: '1' },
  },
})
const wanted = Number(positionals[0] ?? 10_000_000)
const firstSeed = Number(values.seed)
if (!Number.isSafeInteger(wanted) || wanted < 1 || !Number.isSafeInteger(firstSeed))
  throw new Error('Give the number of operations, such as 10000000, and a whole number as seed.')

const load = async (path) =>
  (
    await runnerImport(fileURLToPath(new URL(`../${path}`, import.meta.url)), {
      configFile: false,
      resolve: { alias: sourceAlias },
      logLevel: 'error',
    })
  ).module
const { runModel } = await load('tests/model/run.ts')
const opening = {
  memory: async () => (await load('packages/adapters/src/memory.ts')).memoryStorage,
  sqlite: async () => {
    const { sqliteStorage } = await load('packages/adapters/src/sqlite.ts')
    return () => sqliteStorage({ file: ':memory:' })
  },
}[values.storage]
if (!opening)
  throw new Error(`There is no storage “${values.storage}” to run on. Choose memory or sqlite.`)
const openStorage = await opening()

const beganAt = performance.now()
let done = 0
let saidAt = beganAt
const say = (operations) =>
  console.log(
    `${operations.toLocaleString('en')} operations, ${Math.round(operations / ((performance.now() - beganAt) / 1000)).toLocaleString('en')} a second`,
  )

for (let seed = firstSeed; done < wanted; seed++) {
  const report = await runModel({
    openStorage,
    seed,
    worlds: 100,
    onWorld: (operations) => {
      if (performance.now() - saidAt < 5000) return
      saidAt = performance.now()
      say(done + operations)
    },
  })
  done += report.operations
}
say(done)
console.log(`None differed on ${values.storage}, seeds ${firstSeed} and up.`)
