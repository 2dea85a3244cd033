import { describe, expect, it } from 'vitest'
import { playwrightCounts, vitestCounts } from '../../scripts/test-counts.mjs'

describe('the count of tests', () => {
  it('counts a file that does not load as one failure', () => {
    const report = {
      numPassedTests: 4,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    }
    expect(vitestCounts(report)).toEqual({ passed: 4, failed: 2 })
  })

  it('counts an error outside of the tests as a failure', () => {
    expect(
      playwrightCounts({
        stats: { expected: 3, flaky: 1, unexpected: 1 },
        errors: ['the portal did not start'],
      }),
    ).toEqual({ passed: 4, failed: 2 })
  })
})
