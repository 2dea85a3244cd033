import {
  isOperationError,
  type lockUsers,
  type OperationError,
  type OutputOf,
} from '@rosterkit/core/browser'

/** What every bulk operation answers. */
export type BulkResult = OutputOf<typeof lockUsers>

/** Somebody to whom it was not done, and why not. */
export type Refused = Extract<BulkResult['items'][number], { done: false }>

/** What became of everybody named: each of them is in exactly one of these. */
export interface BulkOutcome {
  readonly done: readonly string[]
  readonly refused: readonly Refused[]
  /** The server did not answer for these. */
  readonly unknown: readonly string[]
  /** Stopped before their turn, or after what went wrong. */
  readonly notTried: readonly string[]
  /** What went wrong with a call as a whole. */
  readonly error: OperationError | null
}

/** The most people that one call may name. */
export const chunkSize = 100

/**
 * Names people to a bulk operation, a hundred a call, the first of which has the index 0. `next` is
 * asked before each call how many have had their turn; false ends it.
 */
export async function runBulk(
  userIds: readonly string[],
  call: (chunk: string[], index: number) => Promise<BulkResult>,
  next: (tried: number) => boolean,
): Promise<BulkOutcome> {
  const done: string[] = []
  const refused: Refused[] = []
  for (let at = 0; at < userIds.length; at += chunkSize) {
    if (!next(at)) return { done, refused, unknown: [], notTried: userIds.slice(at), error: null }
    const chunk = userIds.slice(at, at + chunkSize)
    try {
      for (const item of (await call(chunk, at / chunkSize)).items) {
        if (item.done) done.push(item.userId)
        else refused.push(item)
      }
    } catch (error) {
      if (!isOperationError(error)) throw error
      // A server that said no did nothing; of one that fell silent it is not known.
      const silent = error.code === 'busy' || error.code === 'unavailable'
      return {
        done,
        refused,
        unknown: silent ? chunk : [],
        notTried: userIds.slice(silent ? at + chunkSize : at),
        error,
      }
    }
  }
  return { done, refused, unknown: [], notTried: [], error: null }
}
