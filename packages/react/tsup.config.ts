import { rmSync } from 'node:fs'
import { defineConfig } from 'tsup'

// Not tsup's own `clean`: one of the two builds would remove what the other has written.
rmSync('dist', { recursive: true, force: true })

export default defineConfig([
  {
    // One file a module, not one bundle: a host's bundler then loads the wizard, the dialogs and a
    // person's page when they are opened, although the index exports them too.
    entry: ['src/**/*.{ts,tsx}', '!src/**/*.test.*', '!src/**/*.stories.*'],
    bundle: false,
    format: ['esm'],
    dts: false,
    target: 'es2022',
    // Next.js needs the directive on every file; bundlers that do not know it ignore it.
    banner: { js: '"use client";' },
  },
  { entry: ['src/styles.css'], minify: true },
])
