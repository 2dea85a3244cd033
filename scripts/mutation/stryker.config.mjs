import { runOf } from './areas.ts'

const { mutate, report } = runOf(process.env)

export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'scripts/mutation/vitest.config.ts' },
  mutate: [...mutate(), '!**/*.test.ts', '!**/*-contract.ts'],
  coverageAnalysis: 'perTest',
  // A mutant of what is computed when a module is loaded would need everything loaded anew, some
  // hundred times as long.
  ignoreStatic: true,
  concurrency: Number(process.env['MUTATION_RUNNERS'] ?? 2),
  timeoutMS: 10_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: {
    allowColor: false,
    allowEmojis: false,
    logTests: false,
    reportTests: false,
    reportScoreTable: true,
  },
  jsonReporter: { fileName: report },
  tempDirName: '.stryker-tmp',
  disableTypeChecks: false,
  // It would rewrite the paths of ours with TypeScript's former API, which version 7 has no more. A
  // file that is not there is left alone.
  tsconfigFile: 'none',
  ignorePatterns: [
    'dist',
    '*.tsbuildinfo',
    'bench/results',
    'examples/portal/data',
    'storybook-static',
    'docs',
    '.stryker-tmp',
  ],
}
