import react from '@vitejs/plugin-react'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { launchOptions } from './scripts/browser.mjs'
import { sourceAlias, sourceEntries } from './scripts/source-alias.ts'

const chromium = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  instances: [{ browser: 'chromium' as const }],
  provider: playwright({ launchOptions: launchOptions() }),
}

export default defineConfig({
  resolve: { alias: sourceAlias },
  optimizeDeps: { entries: sourceEntries },
  test: {
    // No test measures time; on a machine that is busy with other work a long one may take its own.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['packages/{core,adapters}/src/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          globalSetup: ['tests/pg-setup.ts'],
        },
      },
      {
        // The rules and the boundary once more, over the store that a portal begins with.
        extends: true,
        test: {
          name: 'sqlite',
          include: ['tests/{domain,http,abuse}/**/*.test.ts'],
          env: { ROSTERKIT_TEST_STORAGE: 'sqlite' },
        },
      },
      {
        // And over the one that it outgrows that to.
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/{domain,http,abuse}/**/*.test.ts'],
          globalSetup: ['tests/pg-setup.ts'],
          env: { ROSTERKIT_TEST_STORAGE: 'postgres' },
        },
      },
      {
        extends: true,
        plugins: [react()],
        // Where the service worker of MSW lies, so that tests can mock at the network's edge.
        publicDir: '.storybook/public',
        test: {
          name: 'browser',
          include: ['packages/react/src/**/*.browser.test.tsx'],
          browser: chromium,
        },
      },
      {
        extends: true,
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'storybook', browser: chromium },
      },
    ],
  },
})
