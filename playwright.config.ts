import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { launchOptions } from './scripts/browser.mjs'

const port = process.env['E2E_PORT'] ?? '4310'

// Playwright reads this file again in each worker: the first reading decides, the others inherit
// it.
process.env['E2E_DATABASE'] ??= join(mkdtempSync(join(tmpdir(), 'rosterkit-e2e-')), 'roster.db')

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  forbidOnly: !!process.env['CI'],
  // One database behind one portal: the journeys share it.
  workers: 1,
  // A journey of fifty steps on a busy machine takes longer than Playwright's half a minute.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: launchOptions(),
    trace: 'retain-on-failure',
  },
  webServer: {
    command: 'node examples/portal/server/main.ts',
    url: `http://localhost:${port}`,
    env: { PORT: port, ROSTERKIT_DB: process.env['E2E_DATABASE'] },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 60_000,
  },
})
