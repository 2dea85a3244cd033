import type { Change } from '../../kernel/change.js'
import type { Instant } from '../../kernel/clock.js'
import { err, ok, type Result } from '../../kernel/result.js'
import type { UserContext } from '../../context.js'
import { userNameBoundaryOf } from '../../domain/policy.js'
import { explain, statusesWithAccess } from '../../domain/users/status.js'
import type { User } from '../../domain/users/user.js'
import { type UserView } from '../../domain/users/user-view.js'
import { viewUser } from './view-user.js'

/**
 * Whether what is written is a change that an editor must know of, or bookkeeping such as the time
 * of a sign-in, under which their page stays good.
 */
export type SaveWeight = 'change' | 'bookkeeping'

/**
 * Writes a changed user behind the version check and records the deed. The one way every command
 * about a user ends: `version` grows by one, `updatedAt` is the operation's instant, and the
 * audit holds each changed field before and after.
 */
export function saveUser(
  context: UserContext,
  change: Partial<Omit<User, 'userName'>> & { readonly userName?: never },
  reason?: string | null,
  weight?: SaveWeight,
): Promise<Result<UserView, 'stale_version'>>
export function saveUser(
  context: UserContext,
  change: Partial<User>,
  reason?: string | null,
  weight?: SaveWeight,
): Promise<Result<UserView, 'stale_version' | 'user_name_taken'>>
export async function saveUser(
  context: UserContext,
  change: Partial<User>,
  reason?: string | null,
  weight: SaveWeight = 'change',
): Promise<Result<UserView, 'stale_version' | 'user_name_taken'>> {
  const { tx, at, subject, policy } = context
  const before = subject.user
  const next: User = {
    ...before,
    ...change,
    ...(weight === 'change' ? { version: before.version + 1, updatedAt: at } : {}),
  }
  const outcome = await tx.users.update(
    next,
    before.version,
    userNameBoundaryOf(policy, next.organizationId),
  )
  if (outcome === 'user_name_taken')
    return err({ code: 'user_name_taken', details: { userName: next.userName } })
  if (outcome === 'stale')
    return err({
      code: 'stale_version',
      details: {
        expected: before.version,
        actual: (await tx.users.find(before.id))?.version ?? before.version,
      },
    })
  const ended = await endAccess(context, next)
  context.record({
    subject: subject.auditSubject,
    organizationId: next.organizationId,
    changes: [...changesBetween(before, change), ...ended],
    reason,
  })
  return ok(viewUser(context, { ...subject, user: next }))
}

/** The same context, whose record also says this of what the command did besides. */
export function alsoRecording(context: UserContext, ...more: readonly Change[]): UserContext {
  return {
    ...context,
    record: (deed) => context.record({ ...deed, changes: [...deed.changes, ...more] }),
  }
}

/**
 * A user whose access a command ends loses their sessions and pending links with the same commit,
 * even if something else already keeps them out: otherwise a session would come back with the end
 * of the older reason. `sessions.check` refuses what time or an organization's lock keeps out.
 * Failed-sign-in locks keep pending links valid; otherwise an attacker could revoke an invitation
 * by guessing passwords (docs/security.md, row 44). A change of address or of organization ends
 * links and codes, which are bound to both; so does a change of the sign-in route, under which a
 * password may no longer be allowed.
 */
async function endAccess(context: UserContext, next: User): Promise<Change[]> {
  const { tx, at, subject, revoke } = context
  const before = reasonsAgainst(subject.user, at)
  const added = reasonsAgainst(next, at).filter((reason) => !before.includes(reason))
  const { user } = subject
  const rebound =
    next.organizationId !== user.organizationId ||
    next.signInRoute !== user.signInRoute ||
    JSON.stringify(next.emails) !== JSON.stringify(user.emails)
  const secrets =
    rebound ||
    added.some((reason) => reason !== 'failed-sign-ins' && reason !== 'AWAITING_NEW_PASSWORD')
      ? tx.secrets.removeAll(next.id)
      : 0
  if (added.length > 0) revoke(next.id, null)
  const sessions = added.length > 0 ? tx.sessions.removeAll(next.id) : 0
  const [secretsEnded, sessionsEnded] = await Promise.all([secrets, sessions])
  return Object.entries({ sessions: sessionsEnded, secrets: secretsEnded }).flatMap(
    ([field, ended]) => (ended > 0 ? [{ field, before: ended, after: 0 }] : []),
  )
}

/** What keeps a user out: the kinds of lock, and the statuses that are none. */
function reasonsAgainst(user: User, at: Instant): string[] {
  return explain(user, at)
    .reasons.filter(({ status }) => !statusesWithAccess.includes(status))
    .map(({ status, lockKind }) => lockKind ?? status)
}

/** Answers a command that finds everything already so: nothing is written but its audit event. */
export function unchangedUser(
  context: UserContext,
  reason?: string | null,
): Result<UserView, never> {
  const { subject } = context
  context.record({
    subject: subject.auditSubject,
    organizationId: subject.user.organizationId,
    changes: [],
    reason,
  })
  return ok(viewUser(context, subject))
}

function changesBetween(before: User, change: Partial<User>): Change[] {
  return (Object.keys(change) as (keyof User)[])
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(change[field]))
    .map((field) => ({ field, before: before[field] ?? null, after: change[field] ?? null }))
}
