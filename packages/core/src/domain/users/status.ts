import type { Actor } from '../../kernel/actor.js'
import type { Instant } from '../../kernel/clock.js'
import { locksInForce, type LockKind } from '../locks/lock.js'
import type { Organization } from '../organizations/organization.js'
import type { Status } from './status-view.js'
import type { User } from './user.js'

export { statuses, type Status } from './status-view.js'

/**
 * The statuses under which a user keeps their access. RECOVERY keeps it: a reset mail that
 * anyone can ask for must not lock its addressee out.
 */
export const statusesWithAccess: readonly Status[] = ['ACTIVE', 'RECOVERY']

/** What each kind of lock shows as. */
export const lockStatus = {
  administrator: 'LOCKED_BY_ADMIN',
  security: 'LOCKED_BY_ADMIN',
  'failed-sign-ins': 'AUTO_LOCKED',
  inactivity: 'AUTO_LOCKED',
} as const satisfies Record<LockKind, Status>

/**
 * One reason for a status: who, why, since when, until when, and the organization if the cause is
 * above.
 */
export interface StatusReason {
  readonly status: Status
  readonly actor: Actor | null
  readonly reason: string | null
  readonly lockKind: LockKind | null
  readonly organization: { readonly id: string; readonly name: string } | null
  readonly sinceAt: Instant | null
  readonly untilAt: Instant | null
}

/** The answer of {@link explain}. */
export interface Explanation {
  /** The effective status: that of the first reason. */
  readonly status: Status
  /** Every reason that holds at the instant, in order of precedence; never empty. */
  readonly reasons: readonly StatusReason[]
  /**
   * The next instant at which a reason begins or ends; null if only an administrator can change
   * something.
   */
  readonly nextChangeAt: Instant | null
}

/**
 * Says which status a user has at an instant, and every reason for it. Pure: badge, tooltip,
 * filter, API and sign-in gate all use this one answer, so nothing depends on a job having run.
 * @param lineage The organizations from the root down to the user's own, whose locks reach the
 *   person.
 */
export function explain(
  user: User,
  at: Instant,
  lineage: readonly Organization[] = [],
): Explanation {
  const reasons: StatusReason[] = []
  const add = (status: Status, more: Partial<StatusReason> = {}) =>
    reasons.push({
      status,
      actor: null,
      reason: null,
      lockKind: null,
      organization: null,
      sinceAt: null,
      untilAt: null,
      ...more,
    })
  const { lifecycle, password } = user
  const lived = { actor: lifecycle.actor, reason: lifecycle.reason, sinceAt: lifecycle.sinceAt }

  if (lifecycle.state === 'deleted')
    add('DELETED', { ...lived, untilAt: lifecycle.restorableUntilAt })
  if (lifecycle.state === 'deactivated') add('DEACTIVATED', lived)
  if (user.validFromAt !== null && at < user.validFromAt)
    add('NOT_YET_VALID', { untilAt: user.validFromAt })
  if (user.validUntilAt !== null && at >= user.validUntilAt)
    add('NO_LONGER_VALID', { sinceAt: user.validUntilAt })
  for (const organization of lineage) {
    for (const lock of locksInForce(organization.locks, at))
      add('LOCKED_BY_ORGANIZATION', {
        ...fromLock(lock),
        organization: { id: organization.id, name: organization.name },
      })
  }
  const locks = locksInForce(user.locks, at)
  for (const status of ['LOCKED_BY_ADMIN', 'AUTO_LOCKED'] as const) {
    for (const lock of locks) if (lockStatus[lock.kind] === status) add(status, fromLock(lock))
  }
  if (inactive(user, at))
    add('AUTO_LOCKED', { lockKind: 'inactivity', sinceAt: user.inactivityLockAt })
  if (lifecycle.state === 'staged') add('STAGED', lived)
  if (lifecycle.state === 'provisioned') add('PROVISIONED', lived)
  if (lifecycle.state === 'active') {
    const expired = password.expiresAt !== null && at >= password.expiresAt
    if (password.state === 'reset_pending') add('RECOVERY', { sinceAt: password.sinceAt })
    if (password.state === 'temporary' || password.state === 'expired')
      add('AWAITING_NEW_PASSWORD', { sinceAt: password.sinceAt })
    else if (expired) add('AWAITING_NEW_PASSWORD', { sinceAt: password.expiresAt })
  }
  if (reasons.length === 0) add('ACTIVE', { sinceAt: lifecycle.sinceAt, actor: lifecycle.actor })
  return { status: reasons[0]!.status, reasons, nextChangeAt: nextChange(user, at, lineage) }
}

/**
 * Whether the user is locked for inactivity. Only a user who finished onboarding can be inactive.
 */
export function inactive(user: User, at: Instant): boolean {
  return (
    user.lifecycle.state === 'active' &&
    user.inactivityLockAt !== null &&
    at >= user.inactivityLockAt
  )
}

function fromLock(lock: User['locks'][number]) {
  return {
    actor: lock.actor,
    reason: lock.reason,
    lockKind: lock.kind,
    sinceAt: lock.fromAt,
    untilAt: lock.untilAt,
  }
}

function nextChange(user: User, at: Instant, lineage: readonly Organization[]): Instant | null {
  const locks = [...user.locks, ...lineage.flatMap((organization) => organization.locks)]
  const instants = [
    user.validFromAt,
    user.validUntilAt,
    user.lifecycle.restorableUntilAt,
    user.password.expiresAt,
    user.inactivityLockAt,
    ...locks.flatMap((lock) => [lock.fromAt, lock.untilAt]),
  ]
  return (
    instants.filter((instant): instant is Instant => instant !== null && instant > at).sort()[0] ??
    null
  )
}
