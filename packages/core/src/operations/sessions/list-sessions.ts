import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { running, sessionViewSchema } from '../../domain/sessions/session.js'

/**
 * Lists what is open for a user: device, place and time of each session and token
 * (docs/features.md, row 22).
 */
export const listSessions = {
  name: 'sessions.list',
  kind: 'query',
  summary: 'Lists a user’s sessions and tokens: device, location and time of each.',
  permission: 'session:read',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid() }),
  output: z.object({ items: z.array(sessionViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/sessions' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const listSessionsHandler: Handler<typeof listSessions> = async ({ tx, at, subject }) => {
  const sessions = await tx.sessions.ofUsers([subject.user.id])
  return ok({
    items: sessions
      .filter((session) => running(session, at))
      .toSorted((a, b) =>
        a.lastSeenAt === b.lastSeenAt ? 0 : a.lastSeenAt < b.lastSeenAt ? 1 : -1,
      ),
  })
}
