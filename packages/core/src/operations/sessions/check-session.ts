import type { Handler } from '../../context.js'
import { running, seenAgain } from '../../domain/sessions/session.js'
import { explain, statusesWithAccess } from '../../domain/users/status.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import * as z from 'zod/mini'

/**
 * Says whether a session is still valid. The host asks with every request: a session ends when it
 * is ended, when it expires, or when the user has no access, for whatever reason. A valid one is
 * recorded as seen, at most once in five minutes; the answer doesn't depend on whether that could
 * be written.
 */
export const checkSession = {
  name: 'sessions.check',
  kind: 'query',
  summary: 'Says whether a session is still valid.',
  permission: null,
  subject: 'caller',
  hostOnly: true,
  input: z.strictObject({ userId: z.uuid(), sessionId: z.uuid() }),
  output: z.object({ good: z.boolean() }),
  failures: [],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    sessionId: '0198f0c0-7e00-7000-8000-000000000005',
  },
} as const satisfies Operation

export const checkSessionHandler: Handler<typeof checkSession> = async (
  { tx, at, afterCommit },
  { userId, sessionId },
) => {
  const session = await tx.sessions.find(userId, sessionId)
  const user = session && running(session, at) ? await tx.users.find(userId) : null
  if (!session || !user) return ok({ good: false })
  const lineages = await tx.organizations.lineages([user.organizationId])
  const good = statusesWithAccess.includes(
    explain(user, at, lineages.get(user.organizationId)).status,
  )
  const seen = good ? seenAgain(session, at) : null
  // Based on the version that was read: of several checks at the same time one is kept, and a
  // session that was ended in between stays ended.
  if (seen) afterCommit((later) => later.sessions.update(seen, session.version))
  return ok({ good })
}
