import type { UserContext } from '../../context.js'
import type { Change } from '../../kernel/change.js'

/**
 * Ends everything that is open for the user of the context, as part of another command: says how
 * much that was, and what its record holds of it.
 */
export async function signOutOf({
  tx,
  subject,
  revoke,
}: Pick<UserContext, 'tx' | 'subject' | 'revoke'>): Promise<{
  readonly sessionsEnded: number
  readonly recorded: readonly Change[]
}> {
  revoke(subject.user.id, null)
  const sessionsEnded = await tx.sessions.removeAll(subject.user.id)
  return { sessionsEnded, recorded: [{ field: 'sessions', before: sessionsEnded, after: 0 }] }
}
