import type { Storage } from '../domain/storage.js'

/**
 * What a contract suite needs of a test runner. Vitest and Jest fit as they are:
 * `describeUserStore({ describe, it, expect }, …)`; `node:test` does with any `expect` of that
 * shape.
 */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, test: () => Promise<void>) => unknown
  readonly expect: (actual: unknown) => {
    toBe(expected: unknown): unknown
    toEqual(expected: unknown): unknown
  }
}

/** Opens a new, empty storage that no one else uses. Called once a test; the suite closes it. */
export type OpenStorage = () => Promise<Storage>

/** Gives a test a storage of its own and closes it, whatever happens. */
export function inOwnStorage(
  open: OpenStorage,
  test: (storage: Storage) => Promise<void>,
): () => Promise<void> {
  return async () => {
    const storage = await open()
    try {
      await test(storage)
    } finally {
      await storage.close()
    }
  }
}

/** What a promise rejects with. Throws when it resolves. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => ({ error }),
  )
  if (outcome === null) throw new Error('It was expected to reject, and resolved.')
  return outcome.error
}
