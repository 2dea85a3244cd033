import { randomBytes, randomUUID } from 'node:crypto'
import type { Roster } from '@rosterkit/core'
import type { Context } from 'hono'
import { deleteCookie, setSignedCookie } from 'hono/cookie'
import { parseSigned } from 'hono/utils/cookie'

const cookieName = 'harbourline_session'
const eightHoursInSeconds = 8 * 60 * 60

/**
 * Stands in for the sessions that a real host has already: a signed cookie that names the person.
 * Its key is kept in the roster's database, so a portal that is started again still knows who was
 * signed in.
 */
export function demoSessions(roster: Roster) {
  let key: Promise<string> | undefined
  const signingKey = () =>
    (key ??= roster.storage.transaction((tx) =>
      tx.installationSecret('demo-sessions', () => randomBytes(32).toString('base64url')),
    ))

  return {
    /** The person whose session the request carries, or null. */
    userIdOf: async (request: Request): Promise<string | null> => {
      const cookies = await parseSigned(
        request.headers.get('cookie') ?? '',
        await signingKey(),
        cookieName,
      )
      const [userId, endsAt] = (cookies[cookieName] || '').split('/')
      return userId && endsAt && new Date().toISOString() < endsAt ? userId : null
    },
    /** What signs the portal's cookies. */
    key: signingKey,
    begin: async (context: Context, userId: string): Promise<void> => {
      const endsAt = new Date(Date.now() + eightHoursInSeconds * 1000).toISOString()
      await setSignedCookie(
        context,
        cookieName,
        [userId, endsAt, randomUUID()].join('/'),
        await signingKey(),
        { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: eightHoursInSeconds },
      )
    },
    end: (context: Context): void => void deleteCookie(context, cookieName, { path: '/' }),
  }
}

export type DemoSessions = ReturnType<typeof demoSessions>
