import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/*.ts'],
  format: ['esm'],
  dts: false,
  clean: true,
  target: 'es2022',
})
