import type { Instant } from '../../kernel/clock.js'
import type { KeptAnswer } from './kept-answer.js'

/**
 * Keeps for a while what commands with an idempotency key answered, in the same transactions as
 * what they did.
 */
export interface KeptAnswerStore {
  /**
   * What this key of the caller's was answered with; null when never, or when the time for which it
   * is kept is over at `at`.
   */
  find(
    organizationId: string,
    callerId: string,
    key: string,
    at: Instant,
  ): Promise<KeptAnswer | null>
  /** Keeps an answer, in the place of one whose time is over. */
  keep(answer: KeptAnswer): Promise<void>
  /** Takes away those of the caller's whose time is over. */
  removeExpired(organizationId: string, callerId: string, at: Instant): Promise<void>
  /** Takes away what is about a person, and what they asked for themself. */
  removeOf(userId: string): Promise<void>
}
