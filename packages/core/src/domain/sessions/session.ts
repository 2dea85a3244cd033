import * as z from 'zod/mini'
import { plusSeconds, type Instant } from '../../kernel/clock.js'
import type { OwnedRecord } from '../stores/owned-record-store.js'

/** What is open for a user: a browser's session, or a token that a program holds. */
export const sessionKinds = ['browser', 'token'] as const

/**
 * A session or token of a user. It ends when it is ended, when it expires, or when the user has no
 * access.
 */
export interface Session extends OwnedRecord {
  readonly kind: (typeof sessionKinds)[number]
  /** What the user would recognise it by: “Firefox on Windows”. */
  readonly device: string | null
  readonly address: string | null
  readonly place: string | null
  readonly startedAt: Instant
  readonly lastSeenAt: Instant
  readonly expiresAt: Instant | null
}

export const sessionViewSchema = z.object({
  id: z.string(),
  kind: z.enum(sessionKinds),
  device: z.nullable(z.string()),
  address: z.nullable(z.string()),
  place: z.nullable(z.string()),
  startedAt: z.string(),
  lastSeenAt: z.string(),
  expiresAt: z.nullable(z.string()),
})

/** A session as callers see it; the id is not the secret by which a browser holds it. */
export type SessionView = z.infer<typeof sessionViewSchema>

/** Whether the session's own time is not over. */
export function running(session: Session, at: Instant): boolean {
  return session.expiresAt === null || at < session.expiresAt
}

/**
 * A help desk needs to know whether the user was there just now or last week. Writing with every
 * request would cost a store more than everything else it does.
 */
const seenEverySeconds = 5 * 60

/**
 * The session as it is to be kept after it was seen at an instant; null while what is kept is
 * recent enough.
 */
export function seenAgain(session: Session, at: Instant): Session | null {
  return at < plusSeconds(session.lastSeenAt, seenEverySeconds)
    ? null
    : { ...session, version: session.version + 1, lastSeenAt: at }
}

/**
 * Called to end a user's sessions that a host keeps elsewhere: after the commit, and again until it
 * doesn't throw, so ending a session twice must do no harm. The next request is refused in any
 * case.
 */
export interface SessionRevoker {
  /** Ends these sessions of the user, or all when none are named. */
  revoke(userId: string, sessionIds: readonly string[] | null): Promise<void>
}
