import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../packages', import.meta.url))

/**
 * Lets Vite (Vitest and Storybook) read the packages' sources instead of their built `dist`,
 * so that a test or a story shows what was just typed. Goes into `resolve.alias`.
 * `tsconfig.tests.json` says the same to the type-checker.
 */
export const sourceAlias = [
  { find: /^@rosterkit\/(core|react)$/, replacement: `${packages}/$1/src/index.ts` },
  {
    find: /^@rosterkit\/react\/messages\/(\w+)$/,
    replacement: `${packages}/react/src/messages/$1.ts`,
  },
  { find: /^@rosterkit\/react\/styles\.css$/, replacement: `${packages}/react/src/styles.css` },
  { find: /^@rosterkit\/(core|adapters)\/([\w-]+)$/, replacement: `${packages}/$1/src/$2.ts` },
]

/**
 * What Vite looks through for dependencies before the first page opens. Without it a dependency is
 * found in the middle of a cold run, and Vite reloads the page under the test. Goes into
 * `optimizeDeps.entries`.
 */
export const sourceEntries = [
  '.storybook/*.{ts,tsx}',
  'packages/react/src/**/*.{ts,tsx}',
  'packages/adapters/src/{client,msw,memory,server}.ts',
  'packages/core/src/{index,contract}.ts',
]
