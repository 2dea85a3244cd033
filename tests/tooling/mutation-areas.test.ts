import { globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { areas, type MutationArea } from '../../scripts/mutation/areas.ts'

// A pattern without files would leave the area's code unmutated, and the run would still pass.
describe.each(Object.entries<MutationArea>(areas))('the mutation area %s', (_, area) => {
  it.each([...area.mutate, ...area.tests, ...(area.slow ?? [])])(
    'finds files for %s',
    (pattern) => {
      expect(globSync(pattern)).not.toEqual([])
    },
  )
})
