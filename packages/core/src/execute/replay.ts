import { answerAgain } from './claim.js'
import { Refusal, type Authorized } from './state.js'

/** The answer of an earlier request with the same idempotency key. */
export interface Replayed {
  readonly replayed: unknown
}

/**
 * Answers a request that was already carried out under the same idempotency key with the same
 * answer.
 */
export function replay(state: Authorized): Authorized | Replayed | Refusal {
  const { claim } = state
  if (!claim?.earlier) return state
  const answer = answerAgain({ ...claim, earlier: claim.earlier })
  return answer.ok
    ? { replayed: answer.value }
    : new Refusal(answer.failure, state.seen, state.request)
}
