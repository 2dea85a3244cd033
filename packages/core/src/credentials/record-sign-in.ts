import * as z from 'zod/mini'
import { plusSeconds } from '../kernel/clock.js'
import { systemActor } from '../kernel/actor.js'
import type { Operation } from '../kernel/operation.js'
import { err, ok, type Result } from '../kernel/result.js'
import type { Handler, UserContext } from '../pipeline.js'
import { saveUser } from '../users/save-user.js'
import { accessRefusal } from '../users/access.js'
import { explain, explanationSchema } from '../users/status.js'
import { inactivityLockFrom } from '../users/unlock-user.js'
import type { UserView } from '../users/user-view.js'

const output = z.object({ explanation: explanationSchema })

/**
 * Tells that a person has signed in: the counter of failed tries starts anew, and so does the time
 * until an inactivity lock. Refused with `access_suspended` when their status gives no access, also
 * when a lock came between the check and this.
 */
export const recordSignInSuccess = {
  name: 'signIn.recordSuccess',
  kind: 'command',
  summary: 'Tells that a person has signed in.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.succeeded',
  input: z.strictObject({ userId: z.uuid() }),
  output,
  failures: ['access_suspended', 'stale_version'],
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

/** Carries out {@link recordSignInSuccess}. */
export const recordSignInSuccessHandler: Handler<typeof recordSignInSuccess> = async (context) => {
  const { at, policy, subject } = context
  const suspended = accessRefusal(subject, at)
  if (suspended) return err(suspended)
  const saved = await saveUser(
    context,
    {
      lastSignedInAt: at,
      failedSignIns: { count: 0, sinceAt: null },
      inactivityLockAt: inactivityLockFrom(policy, at),
    },
    null,
    'bookkeeping',
  )
  return saved.ok ? ok({ explanation: saved.value.status }) : saved
}

/**
 * Tells that somebody tried to sign in as a person and failed. With the policy's threshold reached
 * within its window the person is locked automatically; an administrator's lock is neither replaced
 * nor lifted by that (row 7; SP 800-63B-4 §3.2.2).
 */
export const recordSignInFailure = {
  name: 'signIn.recordFailure',
  kind: 'command',
  summary: 'Tells that somebody tried to sign in as a person and failed.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'sign_in.failed',
  input: z.strictObject({ userId: z.uuid() }),
  output,
  failures: ['stale_version'],
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

/** Carries out {@link recordSignInFailure}. */
export const recordSignInFailureHandler: Handler<typeof recordSignInFailure> = async (context) => {
  const saved = await countFailedSignIn(context)
  return saved.ok ? ok({ explanation: saved.value.status }) : saved
}

/** Counts a failed try, and locks the person when it is one too many. */
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
