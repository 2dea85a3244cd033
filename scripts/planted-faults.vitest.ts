import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vitest/config'
import { sourceAlias } from './source-alias.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const core = `${root}packages/core/src`
// The folder that holds a copy of core's source with one fault in it; see planted-faults.mjs.
const faulty = process.env['ROSTERKIT_CORE_SRC'] ?? core

/**
 * Reads core's source from the faulty copy. Paths stay those of the checkout, so that tests and
 * dependencies are found as ever.
 */
const faultyCore: Plugin = {
  name: 'faulty-core',
  enforce: 'pre',
  load: (id) =>
    id.startsWith(core) && id.endsWith('.ts')
      ? readFileSync(id.replace(core, faulty), 'utf8')
      : null,
}

export default defineConfig({
  root,
  plugins: [faultyCore],
  resolve: { alias: sourceAlias },
  // No server has to run for this: what is planted is in core. And a module that is remembered by
  // its name would bring one fault into the run of the next. Nor may a test that is only slow on a
  // busy machine pass for one that catches the fault.
  test: {
    include: ['tests/{abuse,domain,oracle,model}/**/*.test.ts'],
    exclude: ['tests/model/postgres.test.ts'],
    bail: 1,
    testTimeout: 60_000,
    fsModuleCache: false,
  },
})
