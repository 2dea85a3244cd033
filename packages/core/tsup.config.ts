import { rmSync } from 'node:fs'
import { defineConfig } from 'tsup'
import { withoutServerFields } from './server-fields.ts'

// Not tsup's own `clean`: one of the two builds would remove what the other has written.
rmSync('dist', { recursive: true, force: true })

const common = { format: 'esm' as const, dts: false, target: 'es2022' }

export default defineConfig([
  // What servers load: one file, quick to start.
  { ...common, entry: ['src/index.ts', 'src/ports.ts', 'src/testing.ts'] },
  // What browsers load: one file a module, so that a page brings the operations it uses and no
  // others.
  {
    ...common,
    entry: [
      'src/**/*.ts',
      '!src/index.ts',
      '!src/ports.ts',
      '!src/testing.ts',
      '!src/testing/**',
      '!src/**/*.test.ts',
      '!src/**/*-contract.ts',
    ],
    bundle: false,
    esbuildPlugins: [withoutServerFields],
  },
])
