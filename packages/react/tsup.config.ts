import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/styles.css'],
  format: ['esm'],
  dts: false,
  clean: true,
  sourcemap: true,
  minify: false,
  target: 'es2022',
  // Next.js needs the directive on every file; bundlers that do not know it ignore it.
  banner: { js: '"use client";' },
})
