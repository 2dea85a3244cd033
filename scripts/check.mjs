// Everything that must hold, in one run: the static checks, the build, every test runner.
// Goes on after a failure so that one run tells all; only a failed build stops it.
// The last line adds everything up: each static check counts as one, each test as one.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { runToEnd } from './run-to-end.mjs'
import { playwrightCounts, vitestCounts } from './test-counts.mjs'

const reports = 'test-results'

const script = (name, options = {}) => ({
  name,
  command: ['pnpm', '--silent', 'run', name],
  ...options,
})
const vitest = (project) => ({
  name: `vitest ${project}`,
  command: [
    'vitest',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/vitest-${project}.json`,
  ],
  report: `${reports}/vitest-${project}.json`,
  counts: vitestCounts,
})

const steps = [
  script('lockfile'),
  script('lint'),
  script('build', { stopsOnFailure: true }),
  script('typecheck'),
  script('boundaries'),
  script('docs'),
  script('size'),
  // Before the first that looks at pages.
  script('browser'),
  script('packages'),
  script('consumers'),
  script('unused'),
  vitest('node'),
  vitest('sqlite'),
  vitest('postgres'),
  vitest('browser'),
  vitest('storybook'),
  {
    name: 'playwright',
    command: ['playwright', 'test'],
    report: `${reports}/playwright.json`,
    counts: playwrightCounts,
  },
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const results = []
for (const step of steps) {
  console.log(`\n── ${step.name} ──`)
  const result = await run(step)
  results.push(result)
  if (result.interrupted || (step.stopsOnFailure && result.failed > 0)) break
}

const passed = sum(results, 'passed')
const failed = sum(results, 'failed')
console.log('\n── summary ──')
for (const { name, passed, failed, seconds, note } of results) {
  console.log(
    `${failed > 0 ? 'FAIL' : 'ok  '} ${name.padEnd(18)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(6)} s${note ? `   ${note}` : ''}`,
  )
}
if (results.length < steps.length)
  console.log(
    `stopped after ${results.at(-1).name}; not run: ${steps
      .slice(results.length)
      .map(({ name }) => name)
      .join(', ')}`,
  )
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)

async function run({ name, command: [executable, ...args], report, counts }) {
  const startedAt = performance.now()
  const { status, stoppedBy } = await runToEnd(executable, args)
  const seconds = (performance.now() - startedAt) / 1000
  const measured = { name, seconds, interrupted: stoppedBy !== null }
  if (!report) return { ...measured, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }

  const { passed, failed } = readCounts(report, counts)
  if (passed + failed === 0) return { ...measured, passed, failed: 1, note: 'no test ran' }
  if (status !== 0 && failed === 0)
    return { ...measured, passed, failed: 1, note: `the runner ended with ${stoppedBy ?? status}` }
  return { ...measured, passed, failed }
}

function readCounts(report, counts) {
  try {
    return counts(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return { passed: 0, failed: 0 }
  }
}

function sum(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0)
}
