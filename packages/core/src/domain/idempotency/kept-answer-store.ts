import type { Instant } from '../../kernel/clock.js'
import type { KeptAnswer } from './kept-answer.js'

/**
 * Keeps for a while what commands with an idempotency key answered, in the same transactions as
 * what they did.
 */
export interface KeptAnswerStore {
  /** The answer that this caller's key got; null if there is none, or if it has expired at `at`. */
  find(
    organizationId: string,
    callerId: string,
    key: string,
    at: Instant,
  ): Promise<KeptAnswer | null>
  /** Keeps an answer, replacing an expired one. */
  keep(answer: KeptAnswer): Promise<void>
  /** Removes the caller's expired answers. */
  removeExpired(organizationId: string, callerId: string, at: Instant): Promise<void>
  /** Removes the answers about a user, and those to their own requests. */
  removeOf(userId: string): Promise<void>
}
