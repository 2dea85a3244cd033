import type { UserContext } from '../../context.js'
import { explain } from '../../domain/users/status.js'
import type { UserView } from '../../domain/users/user-view.js'
import { systemActor } from '../../kernel/actor.js'
import { plusSeconds } from '../../kernel/clock.js'
import type { Result } from '../../kernel/result.js'
import { saveUser } from './save-user.js'

/** Counts a failed try, and locks the user when it is one too many. */
export function countFailedSignIn(
  context: UserContext,
): Promise<Result<UserView, 'stale_version'>> {
  const { at, newId, policy, subject } = context
  const { failedSignIns, locks } = subject.user
  const { threshold, windowSeconds, lockSeconds } = policy.failedSignIns
  const running =
    failedSignIns.sinceAt !== null && at < plusSeconds(failedSignIns.sinceAt, windowSeconds)
  const count = running ? failedSignIns.count + 1 : 1
  const sinceAt = running ? failedSignIns.sinceAt : at
  const lockedAlready = explain(subject.user, at).reasons.some(
    (reason) => reason.lockKind === 'failed-sign-ins',
  )
  const lock = {
    id: newId(),
    kind: 'failed-sign-ins' as const,
    reason: `${count} failed sign-ins in a row.`,
    actor: systemActor,
    fromAt: at,
    untilAt: lockSeconds === null ? null : plusSeconds(at, lockSeconds),
  }
  const locksNow = count >= threshold && !lockedAlready
  return saveUser(
    context,
    { failedSignIns: { count, sinceAt }, ...(locksNow ? { locks: [...locks, lock] } : {}) },
    null,
    locksNow ? 'change' : 'bookkeeping',
  )
}
