import { defineConfig } from 'tsup'

export default defineConfig({ entry: ['src/index.ts', 'src/contract.ts', 'src/testing.ts'], format: ['esm'], dts: false, clean: true, sourcemap: true, target: 'es2022' })
