import type { Instant } from '../../kernel/clock.js'
import { sha256Hex } from '../../kernel/digest.js'
import type { Operation } from '../../kernel/operation.js'

/**
 * What a command answered that was sent with an idempotency key, kept so that the same request sent
 * again is answered with it and does nothing.
 */
export interface KeptAnswer {
  /** The user whose key it is. The same key of another user is another key. */
  readonly callerId: string
  /**
   * The caller's home organization, with which each of their keys begins. A user who moves starts
   * again.
   */
  readonly organizationId: string
  readonly key: string
  /** Of what was asked; see {@link requestFingerprint}. */
  readonly fingerprint: string
  /** As JSON; null where it showed something that is shown once. */
  readonly answer: string | null
  /** The user whom it is about. Their purge removes it. */
  readonly subjectUserId: string | null
  readonly expiresAt: Instant
}

/** Tells two requests apart: the operation and its input, as it was understood. */
export function requestFingerprint(operation: Operation, input: object): Promise<string> {
  return sha256Hex(`${operation.name}\n${JSON.stringify(input)}`)
}

/**
 * The answer as it may be kept: null when it shows what must never be stored in the clear (security
 * row 41).
 */
export function answerToKeep({ showsOnce = [] }: Operation, output: unknown): string | null {
  const shown = showsOnce.some(
    (path) =>
      path
        .split('.')
        .reduce<unknown>(
          (value, name) => (value as Record<string, unknown> | null)?.[name],
          output,
        ) != null,
  )
  return shown ? null : JSON.stringify(output)
}
