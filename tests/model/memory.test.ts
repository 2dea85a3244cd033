import { memoryStorage } from '@rosterkit/adapters/memory'
import { failures, operations } from '@rosterkit/core'
import { beforeAll, describe, expect, it } from 'vitest'
import { laws } from './rights.ts'
import { runModel, type RunReport } from './run.ts'

describe('a roster in memory', () => {
  let report: RunReport

  beforeAll(async () => {
    report = await runModel({ openStorage: memoryStorage, seed: 20_260_301, worlds: 700 })
  }, 600_000)

  it('did what the model foretold, call by call', () => {
    expect(report.operations).toBeGreaterThan(100_000)
  })

  it('was asked for every operation, and did each', () => {
    const called = Object.keys(laws)
    expect(called).toEqual(
      expect.arrayContaining(operations.filter(({ each }) => !each).map(({ name }) => name)),
    )
    expect(called.filter((operation) => !report.outcomes.has(`${operation} allowed`))).toEqual([])
  })

  it('met every end of a request sent again', () => {
    const ends = [
      'it was answered',
      'its person was gone',
      'its person had risen',
      'the right to it was lost',
      'its time was over',
    ]
    expect(ends.filter((end) => !report.outcomes.has(`a key used before: ${end}`))).toEqual([])
  })

  it('gave every refusal that a single caller can meet', () => {
    // A cursor is never forged here, nobody competes for the store or asks for a plan, and those of
    // the host's schema need one. `already …` grey a button only.
    const elsewhere = [
      'invalid_cursor',
      'busy',
      'stale_plan',
      'unavailable',
      'not_locked',
      'already_activated',
      'already_locked',
      'already_deactivated',
      'not_deactivated',
      'already_deleted',
    ]
    const met = new Set([...report.outcomes.keys()].map((outcome) => outcome.split(' ')[1]))
    expect(
      Object.keys(failures)
        .filter((code) => !met.has(code))
        .sort(),
    ).toEqual(elsewhere.sort())
  })
})
