import type { AuditChange } from '../audit/audit-event.js'
import { err, ok, type Result } from '../kernel/result.js'
import type { UserContext } from '../pipeline.js'
import { userNameBoundaryOf } from '../policy.js'
import { explain, statusesWithAccess } from './status.js'
import type { User } from './user.js'
import { viewUser, type UserView } from './user-view.js'

/** Whether what is written is a change that an editor must know of, or bookkeeping such as the time of a sign-in, under which their page stays good. */
export type SaveWeight = 'change' | 'bookkeeping'

/**
 * Writes a changed person behind the version check and records the deed. The one way every command about a person ends:
 * `version` grows by one, `updatedAt` is the operation's instant, and the audit holds each changed field before and after.
 */
export function saveUser(context: UserContext, change: Partial<Omit<User, 'userName'>> & { readonly userName?: never }, reason?: string | null, weight?: SaveWeight): Promise<Result<UserView, 'stale_version'>>
export function saveUser(context: UserContext, change: Partial<User>, reason?: string | null, weight?: SaveWeight): Promise<Result<UserView, 'stale_version' | 'user_name_taken'>>
export async function saveUser(context: UserContext, change: Partial<User>, reason?: string | null, weight: SaveWeight = 'change'): Promise<Result<UserView, 'stale_version' | 'user_name_taken'>> {
  const { tx, at, subject, policy } = context
  const before = subject.user
  const next: User = { ...before, ...change, ...(weight === 'change' ? { version: before.version + 1, updatedAt: at } : {}) }
  const outcome = await tx.users.update(next, before.version, userNameBoundaryOf(policy, next.organizationId))
  if (outcome === 'user_name_taken') return err({ code: 'user_name_taken', details: { userName: next.userName } })
  if (outcome === 'stale') return err({ code: 'stale_version', details: { expected: before.version, actual: (await tx.users.find(before.id))?.version ?? before.version } })
  const ended = await endAccess(context, next)
  context.record({ subject: subject.auditSubject, organizationId: next.organizationId, changes: [...changesBetween(before, change), ...ended], reason })
  return ok(viewUser(context, { ...subject, user: next }))
}

/**
 * A person whom a command shuts out loses their sessions with the same commit (security law 6), also when something else keeps them out already:
 * otherwise a session would come back with the end of the older reason. What time or an organization's lock keeps out is refused by `sessions.check`.
 */
async function endAccess({ tx, at, subject, revoke }: UserContext, next: User): Promise<AuditChange[]> {
  const reasonsAgainst = (user: User) => explain(user, at).reasons.filter(({ status }) => !statusesWithAccess.includes(status)).map(({ status, lockKind }) => `${status} ${lockKind}`)
  const before = reasonsAgainst(subject.user)
  if (reasonsAgainst(next).every((reason) => before.includes(reason))) return []
  const ended = await tx.sessions.removeAll(next.id)
  revoke(next.id, null)
  return ended > 0 ? [{ field: 'sessions', before: ended, after: 0 }] : []
}

/** Answers a command that finds everything already so: nothing is written but its audit event. */
export function unchangedUser(context: UserContext, reason?: string | null): Result<UserView, never> {
  const { subject } = context
  context.record({ subject: subject.auditSubject, organizationId: subject.user.organizationId, changes: [], reason })
  return ok(viewUser(context, subject))
}

function changesBetween(before: User, change: Partial<User>): AuditChange[] {
  return (Object.keys(change) as (keyof User)[]).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(change[field])).map((field) => ({ field, before: before[field] ?? null, after: change[field] ?? null }))
}
