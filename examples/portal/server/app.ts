import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Roster } from '@rosterkit/core'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { demoSignIn } from './demo-sign-in.ts'
import type { DemoSessions } from './demo-sessions.ts'
import { inboxPage } from './inbox.ts'
import type { CaughtMail } from './mail-catcher.ts'
import { passwordSignIn } from './password-sign-in.ts'

const client = fileURLToPath(new URL('../dist/client', import.meta.url))

interface AppParts {
  readonly roster: Roster
  readonly sessions: DemoSessions
  readonly handler: (request: Request) => Promise<Response>
  readonly scim: (request: Request) => Promise<Response>
  readonly mails: (() => readonly CaughtMail[]) | null
}

/**
 * The portal's HTTP side: the roster below /api/roster, SCIM below /scim/v2, the demo sign-in, the
 * inbox, and the built client for everything else.
 */
export function createApp({ roster, sessions, handler, scim, mails }: AppParts): Hono {
  const app = new Hono()

  // Sign-in needs no password here, so a page elsewhere must not reach us under a name of its own
  // (DNS rebinding).
  app.use(async (context, next) => {
    const host = new URL(context.req.url).hostname
    if (host !== 'localhost' && host !== '127.0.0.1' && host !== '[::1]')
      return context.text('This portal answers to localhost only.', 421)
    return next()
  })
  app.use(
    secureHeaders({
      // Radix adds a style element while a dialog is open.
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      // The portal is plain http on loopback.
      strictTransportSecurity: false,
    }),
  )

  app.all('/api/roster/*', (context) => handler(context.req.raw))
  app.all('/scim/v2/*', (context) => scim(context.req.raw))
  app.route('/demo', demoSignIn(roster, sessions))
  app.route('/demo', passwordSignIn(roster, sessions))
  app.route('/inbox', inboxPage(mails))

  app.use(
    '/assets/*',
    serveStatic({
      root: client,
      onFound: (_path, context) =>
        context.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  app.use(serveStatic({ root: client }))
  app.get('*', serveStatic({ root: client, path: 'index.html' }))
  return app
}
