// Changes the code of decisions, secrets, sessions and storage in some thousand ways, one after the
// other, and asks the tests to notice each. What survives is printed, with the score. Usage: node
// scripts/mutation-run.mjs [decision|secrets|sessions|storage|sql …] [--slow] MUTATION_RUNNERS=2 by
// default; --slow only asks the slow tests about what survived the last run
import { rmSync } from 'node:fs'
import { areas } from './mutation/areas.ts'
import { reportOf, scoreOf } from './mutation/report.ts'
import { runToEnd } from './run-to-end.mjs'

const named = process.argv.slice(2).filter((argument) => argument !== '--slow')
const onlySlow = process.argv.includes('--slow')
const chosen = named.length > 0 ? named : Object.keys(areas)

for (const area of chosen) {
  rmSync(reportOf(area, true), { force: true })
  if (!onlySlow) await run(area, {})
  if (areas[area]?.slow) await run(area, { MUTATION_SLOW: '1' })
  const { mutants, killed, survived, notRun } = scoreOf(area)
  const share = (of) => `${((100 * killed) / of).toFixed(1)} %`
  console.log(
    `\n${area}: ${killed} of ${mutants} mutants killed (${share(mutants)}), ${survived} survived, ${notRun} run by no test (${share(mutants - notRun)} of what is run)`,
  )
}

async function run(area, more) {
  console.log(`\n── ${area}${more.MUTATION_SLOW ? ', slow tests' : ''} ──`)
  const { status, stoppedBy } = await runToEnd(
    'stryker',
    ['run', 'scripts/mutation/stryker.config.mjs'],
    { ...process.env, MUTATION_AREA: area, ...more },
  )
  if (status !== 0 || stoppedBy) process.exit(status || 1)
}
