// Writes docs/security.md: which test is about which row of what Rosterkit must withstand.
// `--check` only says whether the page is up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseSync, Visitor } from 'oxc-parser'
import { notYet, provedElsewhere, sections, securityRows } from './security-rows.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = `${root}docs/security.md`

interface NamedTest {
  readonly file: string
  readonly name: string
  readonly rows: readonly number[]
}

const every = ['tests', 'packages/core/src', 'packages/adapters/src']
  .flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:test|spec)\.ts$/.test(path))
      .map((path) => `${folder}/${path}`),
  )
  .sort()

/** Every test of a file by the name that it has in the source, placeholders and all. */
function testsOf(file: string): NamedTest[] {
  const found: NamedTest[] = []
  const text = readFileSync(`${root}${file}`, 'utf8')
  /** The function that is called in the end: `it`, also as `it.each(…)`. */
  const nameOf = (node: { type: string; [member: string]: unknown }): string =>
    node.type === 'Identifier'
      ? String(node['name'])
      : node.type === 'MemberExpression'
        ? nameOf(node['object'] as never)
        : node.type === 'CallExpression'
          ? nameOf(node['callee'] as never)
          : ''
  new Visitor({
    CallExpression(node) {
      if (!['it', 'test', 'describe'].includes(nameOf(node.callee as never))) return
      const [first] = node.arguments
      const name =
        first?.type === 'Literal' && typeof first.value === 'string'
          ? first.value
          : first?.type === 'TemplateLiteral'
            ? text.slice(first.start + 1, first.end - 1)
            : null
      if (name !== null && nameOf(node.callee as never) !== 'describe')
        found.push({ file, name, rows: rowsIn(file, name, text) })
    },
  }).visit(parseSync(file, text).program)
  return found
}

/**
 * The rows that a test's name gives: “row 3: …”, “rows 37 and 78: …”, “(row 76)”, or in part G
 * “(98) …”. A table of rows says `row %i`.
 */
function rowsIn(file: string, name: string, text: string): number[] {
  const numbersOf = (where: string, pattern: RegExp) => [
    ...new Set([...where.matchAll(pattern)].map(([, number]) => Number(number))),
  ]
  if (file.startsWith('tests/webauthn/'))
    return name === '%s'
      ? numbersOf(text, /^ {4}\[\s*'\((\d{2,3})\) /gm)
      : numbersOf(name, /\((\d{2,3})\)/g)
  if (name.startsWith('row %i:')) return numbersOf(text, /^ {2}\[\s*(\d{2,3}),\s/gm)
  return [...name.matchAll(/\brows? ([\d, and]+\d|\d+)/g)]
    .flatMap(([, numbers]) => (numbers ?? '').match(/\d+/g) ?? [])
    .map(Number)
}

/** The whole page. */
export function securityPage(): string {
  const tests = every.flatMap(testsOf)
  const problems: string[] = []
  const known = new Set(securityRows.map(({ number }) => number))
  for (const { file, name, rows } of tests)
    for (const row of rows)
      if (!known.has(row)) problems.push(`${file}: “${name}” names row ${row}, which there is not.`)
  for (const { file, name, rows } of tests)
    if (file.startsWith('tests/abuse/') && rows.length === 0)
      problems.push(`${file}: “${name}” names no row. Begin its name with “row 3: ”.`)

  const elsewhere = (row: number) =>
    (provedElsewhere[row] ?? []).map(([file, beginning]) => {
      const test = tests.find((each) => each.file === file && each.name.startsWith(beginning))
      if (!test)
        problems.push(`Row ${row} points to “${beginning}” in ${file}, which there is not.`)
      return {
        file,
        name: beginning === '' ? 'the whole file' : (test?.name ?? beginning),
        rows: [row],
      }
    })

  const lines: string[] = []
  for (const [section, title] of Object.entries(sections)) {
    lines.push(
      `## ${section}. ${title}`,
      '',
      '| Row | Requirement | Tried | Tests | Not yet |',
      '|---|---|---|---|---|',
    )
    for (const { number, requirement, tried } of securityRows.filter(
      (row) => row.section === section,
    )) {
      const own = [...tests.filter(({ rows }) => rows.includes(number)), ...elsewhere(number)]
      const reason = notYet[number]
      if (own.length === 0 && reason === undefined)
        problems.push(`Row ${number} has no test, and scripts/security-rows.ts does not say why.`)
      const byFile = Map.groupBy(own, ({ file }) => file)
      const cell = [...byFile]
        .map(
          ([file, those]) =>
            `[${file.replace(/^.*\//, '')}](../${file}): ${[...new Set(those.map(({ name }) => plain(name)))].join('; ')}`,
        )
        .join('<br>')
      lines.push(`| ${number} | ${requirement} | ${tried} | ${cell || '—'} | ${reason ?? ''} |`)
    }
    lines.push('')
  }
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const covered = securityRows.filter(
    ({ number }) => tests.some(({ rows }) => rows.includes(number)) || provedElsewhere[number],
  ).length
  return `# What Rosterkit withstands\n\n${intro(covered)}\n\n${lines.join('\n').trimEnd()}\n`
}

function intro(covered: number): string {
  return [
    'Printed from the tests by `pnpm security-map`; do not edit. A test fails when this page and the tests differ, when a row has neither a test nor a reason, and when a test of `tests/abuse` names no row.',
    `${covered} of ${securityRows.length} rows have tests. Those of \`tests/abuse\` run through the handler that hosts mount, over memory, SQLite and PostgreSQL, as administrators of four levels, as somebody without a role, and as nobody. \`%s\` in a name stands for each case of a table. Run one row with \`pnpm vitest run --project postgres tests/abuse -t 'row 66:'\`.`,
    'Requirements are those of OWASP ASVS 5.0 unless another standard is named. How long 100,000 characters take in each field (row 62) is measured by `pnpm long-texts`, which sends ten such texts to every field of every operation through the handler: 2,300 of them in 230 fields, the slowest answer after 22 ms, on two shared cores, where 50 ms are allowed.',
  ].join('\n\n')
}

function plain(name: string): string {
  return name
    .replace(/^rows? [\d, and%i]+: /, '')
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!process.argv.includes('--check')) writeFileSync(page, securityPage())
  else if (readFileSync(page, 'utf8') !== securityPage()) {
    console.error('docs/security.md is out of date: run `pnpm security-map`.')
    process.exit(1)
  }
}
