import type { Caller } from '../domain/callers/caller.js'
import { plusSeconds, type Instant } from '../kernel/clock.js'
import type { Failure } from '../kernel/failure.js'
import { takesIdempotencyKey, type Operation } from '../kernel/operation.js'
import { err, ok, type Result } from '../kernel/result.js'
import type { Policy } from '../domain/policy.js'
import type { StorageTransaction } from '../domain/storage.js'
import {
  answerToKeep,
  requestFingerprint,
  type KeptAnswer,
} from '../domain/idempotency/kept-answer.js'

/** A caller's key for one request, and what it was used for before. */
export interface Claim extends Pick<
  KeptAnswer,
  'callerId' | 'organizationId' | 'key' | 'fingerprint'
> {
  /** Null where the key is new. */
  readonly earlier: KeptAnswer | null
}

/**
 * Looks up the key that a request was sent with; null for one without, and for those that take
 * none.
 */
export async function claimKey(
  {
    tx,
    at,
    caller,
  }: { readonly tx: StorageTransaction; readonly at: Instant; readonly caller: Caller },
  operation: Operation,
  input: object,
  key: string | undefined,
): Promise<Claim | null> {
  if (key === undefined || caller.kind !== 'user' || !takesIdempotencyKey(operation)) return null
  const { id: callerId, organizationId } = caller.user
  return {
    callerId,
    organizationId,
    key,
    fingerprint: await requestFingerprint(operation, input),
    earlier: await tx.keptAnswers.find(organizationId, callerId, key, at),
  }
}

/**
 * Whether a refusal was only caused by the original run of this request, which removed the subject
 * or raised it to the caller's rank. A caller who has lost the right since is refused all the same.
 */
export function isCausedByOriginalRequest(
  refusal: Failure,
  claim: Claim | null,
  subjectGone: boolean,
): boolean {
  if (!claim || claim.earlier?.fingerprint !== claim.fingerprint) return false
  return subjectGone || (refusal.code !== 'not_found' && refusal.code !== 'not_permitted')
}

/** What a key that was used before is answered with. */
export function answerAgain({
  earlier,
  fingerprint,
}: Claim & { readonly earlier: KeptAnswer }): Result<
  unknown,
  'idempotency_key_reused' | 'already_done'
> {
  if (earlier.fingerprint !== fingerprint) return err({ code: 'idempotency_key_reused' })
  return earlier.answer === null ? err({ code: 'already_done' }) : ok(JSON.parse(earlier.answer))
}

/** Keeps the answer for as long as the policy says. */
export async function keepAnswer(
  {
    tx,
    at,
    policy,
  }: { readonly tx: StorageTransaction; readonly at: Instant; readonly policy: Policy },
  operation: Operation,
  { earlier: _, ...claim }: Claim,
  output: unknown,
  subjectUserId: string | null,
): Promise<void> {
  // Every sixteenth request removes expired answers, so that a busy caller leaves no more than a
  // day's answers and few requests pay for it.
  if (claim.fingerprint.startsWith('0'))
    await tx.keptAnswers.removeExpired(claim.organizationId, claim.callerId, at)
  await tx.keptAnswers.keep({
    ...claim,
    answer: answerToKeep(operation, output),
    subjectUserId,
    expiresAt: plusSeconds(at, policy.idempotencyKeyHours * 3600),
  })
}
