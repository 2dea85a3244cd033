import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lifecyclePage } from '../../scripts/lifecycle-diagrams.ts'

it('the page of lifecycles is what the tables say', () => {
  expect(readFileSync('docs/lifecycles.md', 'utf8')).toBe(lifecyclePage())
})
