// Shows that the tests bite: plants one fault after the other into a copy of core's source and
// expects a test to catch each. Usage: node scripts/planted-faults.mjs [words of a fault's name …]
// --model asks the model alone, without the oracle and the tests of the domain Exits with 1 when a
// fault survives. The checkout is not touched.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

const root = fileURLToPath(new URL('..', import.meta.url))
const core = join(root, 'packages/core/src')
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'))
// The quick ones first: the model is only asked about what these let through.
const suites = process.argv.includes('--model')
  ? [['tests/model']]
  : [['tests/domain'], ['tests/oracle'], ['tests/abuse'], ['tests/model']]

const faults = JSON.parse(
  readFileSync(join(root, 'tests/planted-faults/faults.json'), 'utf8'),
).filter(({ name }) => wanted.every((word) => name.includes(word)))
const scratch = mkdtempSync(join(tmpdir(), 'planted-faults-'))
const survivors = []

try {
  if (wanted.length === 0 && !process.argv.includes('--fit')) {
    const caught = firstFailure(core, suites.flat())
    if (caught) throw new Error(`Without any fault a test fails already: ${caught}`)
  }
  for (const fault of faults) {
    const copy = plant(fault)
    if (process.argv.includes('--fit')) {
      rmSync(copy, { recursive: true })
      continue
    }
    let caught = null
    for (const suite of suites) caught ??= firstFailure(copy, suite)
    rmSync(copy, { recursive: true })
    console.log(
      `${caught ? 'caught  ' : 'SURVIVED'}  ${fault.name}${caught ? `\n            by ${caught}` : ''}`,
    )
    if (!caught) survivors.push(fault.name)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

console.log(
  process.argv.includes('--fit')
    ? `${faults.length} faults fit the source.`
    : `${faults.length - survivors.length} of ${faults.length} faults were caught.`,
)
if (survivors.length > 0) {
  console.log(`Write a test for each that survived: ${survivors.join('; ')}.`)
  process.exitCode = 1
}

/** A copy of core's source with the fault in it. */
function plant({ name, file, find, replace }) {
  const copy = join(scratch, 'src')
  cpSync(core, copy, { recursive: true })
  const source = readFileSync(join(copy, file), 'utf8')
  const matches = matchesIgnoringLayout(source, find)
  if (matches.length !== 1)
    throw new Error(
      `“${name}” does not fit ${file}: the text to replace must appear exactly once, and appears ${matches.length} times. Update the fault.`,
    )
  const [{ start, end }] = matches
  const planted = source.slice(0, start) + replace + source.slice(end)
  // A source that does not parse would be caught by every test, and show nothing.
  const [mistake] = parseSync(file, planted).errors
  if (mistake) throw new Error(`“${name}” makes no program of ${file}: ${mistake.message}`)
  writeFileSync(join(copy, file), planted)
  return copy
}

/** Finds text regardless of how the formatter laid it out: white space and trailing commas don't count. */
function matchesIgnoringLayout(source, text) {
  const layoutFree = (code) => {
    const kept = []
    for (let at = 0; at < code.length; at++) {
      if (/\s/.test(code[at])) continue
      if (code[at] === ',' && /^,\s*[)\]}]/.test(code.slice(at))) continue
      kept.push(at)
    }
    return { characters: kept.map((at) => code[at]).join(''), kept }
  }
  const { characters, kept } = layoutFree(source)
  const wanted = layoutFree(text).characters
  const matches = []
  for (let at = characters.indexOf(wanted); at >= 0; at = characters.indexOf(wanted, at + 1)) {
    matches.push({ start: kept[at], end: kept[at + wanted.length - 1] + 1 })
  }
  return matches
}

/** The name of the first test that fails on this source, or null when all pass. */
function firstFailure(source, suite) {
  const output = join(scratch, 'report.json')
  rmSync(output, { force: true })
  const run = spawnSync(
    'pnpm',
    [
      'exec',
      'vitest',
      'run',
      '--config',
      'scripts/planted-faults.vitest.ts',
      '--bail=1',
      '--reporter=json',
      `--outputFile=${output}`,
      ...suite,
    ],
    { cwd: root, env: { ...process.env, ROSTERKIT_CORE_SRC: source }, encoding: 'utf8' },
  )
  if (run.status === 0) return null
  let report
  try {
    report = JSON.parse(readFileSync(output, 'utf8'))
  } catch {
    throw new Error(`The tests did not run:\n${run.stdout}${run.stderr}`)
  }
  for (const { name, status, assertionResults } of report.testResults) {
    const failed = assertionResults.find((result) => result.status === 'failed')
    if (failed) return `${name.replace(root, '')}: ${failed.fullName}`
    // A run of the model that differs fails before the tests of its file begin.
    if (status === 'failed') return `${name.replace(root, '')}: while it was prepared`
  }
  throw new Error(
    `The tests failed without saying which: ${JSON.stringify({ ...report, testResults: report.testResults.map(({ name, status }) => ({ name, status })) })}\n${run.stderr}`,
  )
}
