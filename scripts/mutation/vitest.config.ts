import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { sourceAlias } from '../source-alias.ts'
import { runOf } from './areas.ts'

const { tests } = runOf(process.env)

/** Runs the files in the order of the list. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      tests.findIndex((test) => moduleId.endsWith(test) || test.includes('*'))
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: sourceAlias },
  // Modules are loaded once: which mutant is awake is asked where it stands, not when its module is
  // loaded.
  test: {
    include: [...tests],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: InOrder },
    globalSetup: tests.some((test) => test.startsWith('tests/stores')) ? ['tests/pg-setup.ts'] : [],
  },
})
