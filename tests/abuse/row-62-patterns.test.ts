import { readdirSync, readFileSync } from 'node:fs'
import { parseSync, Visitor } from 'oxc-parser'
import { beforeAll, describe, expect, it } from 'vitest'

// Row 62 (ASVS 1.3.12): no regular expression of ours takes longer than its text is long, whatever
// somebody sends. How long 100 kB take in each field is measured by scripts/long-texts.ts.

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

const files = ['core', 'adapters', 'react'].flatMap((name) =>
  readdirSync(`packages/${name}/src`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.(test|stories)\.tsx?$/.test(path))
    .map((path) => `packages/${name}/src/${path}`),
)

/** Every pattern that is written down, and each place where one is made of a text. */
function patternsOf(file: string): { readonly written: Pattern[]; readonly made: string[] } {
  const written: Pattern[] = []
  const made: string[] = []
  const text = readFileSync(file, 'utf8')
  new Visitor({
    Literal(node) {
      if ('regex' in node)
        written.push({ file, source: node.regex.pattern, flags: node.regex.flags })
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
        made.push(`${file}: ${text.slice(node.start, node.end)}`)
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp')
        made.push(`${file}: ${text.slice(node.start, node.end)}`)
    },
  }).visit(parseSync(file, text).program)
  return { written, made }
}

const found = files.map(patternsOf)
const patterns = [
  ...new Map(
    found
      .flatMap(({ written }) => written)
      .map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]),
  ).entries(),
]

describe('regular expressions', () => {
  let check: (
    source: string,
    flags: string,
    options?: { timeout?: number },
  ) => { status: string; complexity?: { type: string } }
  beforeAll(async () => {
    // The checker's own JavaScript, no native part of it.
    process.env['RECHECK_BACKEND'] = 'pure'
    check = ((await import('recheck')) as unknown as { checkSync: typeof check }).checkSync
  })

  it('row 62: are all found', () => {
    expect(files.length).toBeGreaterThan(200)
    expect(patterns.length).toBeGreaterThan(60)
  })

  it('row 62: are never made of what somebody sends', () => {
    // A number of ours, that says how long the groups of a code are.
    expect(found.flatMap(({ made }) => made)).toEqual([
      "packages/core/src/domain/secrets/code.ts: new RegExp(`.{1,${size}}`, 'g')",
    ])
  })

  it.each(patterns)('row 62: %s is safe', { timeout: 30_000 }, (_, { file, source, flags }) => {
    expect([file, check(source, flags, { timeout: 20_000 })]).toMatchObject([
      file,
      { status: 'safe' },
    ])
  })

  it('row 62: a long username that is none is refused at once', async () => {
    const { foldUserName } = await import('@rosterkit/core')
    const startedAt = performance.now()
    for (const length of [26, 40, 256, 100_000])
      expect(foldUserName(`${'a'.repeat(length)}€`)).toBe(null)
    expect(performance.now() - startedAt).toBeLessThan(50)
  })

  it('row 62: the checker knows one that is not', () => {
    expect(check('^(a+)+$', '').status).toBe('vulnerable')
  })
})
