import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { securityPage } from '../../scripts/security-map.ts'

it('the map of what is withstood is what the tests say', () => {
  expect(readFileSync('docs/security.md', 'utf8')).toBe(securityPage())
})
