import { describe, expect, it } from 'vitest'
import { undocumentedExports } from '../../scripts/doc-comments.mjs'
import { parseModule } from '../../scripts/module-graph.mjs'

const check = (files: Record<string, string>) =>
  undocumentedExports(
    ['index.ts'],
    Object.entries(files).map(([path, source]) => parseModule(path, source)),
  )

describe('the doc-comment check', () => {
  it('follows a re-export to its declaration', () => {
    const { checked, problems } = check({
      'index.ts': `export { told, untold as silent } from './users/a.js'`,
      'users/a.ts': `/** Told. */\nexport const told = 1\nexport function untold() {}`,
    })
    expect(checked).toBe(2)
    expect(problems).toEqual([
      expect.stringContaining('users/a.ts: untold is public as silent (through index.ts)'),
    ])
  })

  it('follows a star and a name imported first', () => {
    const { problems } = check({
      'index.ts': `import { one } from './one.js'; export { one }; export * from './two.js'`,
      'one.ts': `export const one = 1`,
      'two.ts': `/** Documented. */\nexport interface Two { a: 1 }\n/* no doc comment */\nexport type Three = 3`,
    })
    expect(problems.map((problem: string) => problem.split(' ')[1])).toEqual(['one', 'Three'])
  })

  it('leaves what other packages declare to them', () => {
    expect(check({ 'index.ts': `export { z } from 'zod'` })).toEqual({ checked: 0, problems: [] })
  })
})
