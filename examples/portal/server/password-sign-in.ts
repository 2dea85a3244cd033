import type { Roster } from '@rosterkit/core'
import { Hono, type Context } from 'hono'
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie'
import * as z from 'zod/mini'
import type { DemoSessions } from './demo-sessions.ts'

const halfway = 'harbourline_second_factor'
const halfwaySeconds = 5 * 60

const passwordForm = z.strictObject({
  username: z.string(),
  organizationId: z.uuid(),
  password: z.string(),
})
const factorForm = z.discriminatedUnion('factor', [
  z.strictObject({ factor: z.enum(['totp', 'secret_code']), code: z.string() }),
  z.strictObject({
    factor: z.literal('security_key'),
    response: z.record(z.string(), z.unknown()),
  }),
])

// The same for everybody who is not let in, whatever the reason.
const refused = {
  detail:
    'That did not work. Check the organization, the username and the password, or ask an administrator.',
}

const tooLate = { detail: 'That took too long. Begin again with the password.' }

/**
 * Sign-in as a host with passwords would have it: the roster judges password and second factor, the
 * portal opens its own session.
 */
export function passwordSignIn(roster: Roster, sessions: DemoSessions): Hono {
  const routes = new Hono()

  routes.get('/organizations', async (context) => {
    const { items } = await roster.as('system').organizations.list()
    return context.json({
      organizations: items.map(({ id, name, depth }) => ({ id, name, depth })),
    })
  })

  routes.post('/password', async (context) => {
    const form = await read(context, passwordForm)
    if (!form) return context.json(refused, 400)
    const judged = await roster.signIn
      .verifyPassword({
        userName: form.username,
        organizationId: form.organizationId,
        password: form.password,
      })
      .catch(() => ({ outcome: 'refused' }) as const)
    if (judged.outcome === 'refused') return context.json(refused, 401)
    if (judged.outcome === 'new_password_needed')
      return context.json({ next: 'new_password', token: judged.token })
    const { factors } = judged
    if (judged.mfaRequired && factors.length === 0)
      return context.json(
        {
          detail:
            'You need a second factor, and none of yours can be used now. Ask an administrator for an enrolment link.',
        },
        401,
      )
    if (judged.mfaRequired) {
      await setSignedCookie(
        context,
        halfway,
        `${judged.userId}/${Date.now() + halfwaySeconds * 1000}`,
        await sessions.key(),
        { httpOnly: true, sameSite: 'Strict', path: '/demo', maxAge: halfwaySeconds },
      )
      return context.json({ next: 'second_factor', factors })
    }
    return enter(context, judged.userId)
  })

  routes.post('/security-key', async (context) => {
    const userId = await halfwayIn(context)
    return userId === null
      ? context.json(tooLate, 401)
      : context.json(await roster.signIn.beginSecurityKey({ userId }))
  })

  routes.post('/second-factor', async (context) => {
    const form = await read(context, factorForm)
    const userId = await halfwayIn(context)
    if (!form || userId === null) return context.json(tooLate, 401)
    if (form.factor === 'security_key') {
      const judged = await roster.signIn.finishSecurityKey({ userId, response: form.response })
      return judged.outcome === 'right'
        ? enter(context, userId)
        : context.json({ detail: judged.reason }, 401)
    }
    const { outcome } =
      form.factor === 'totp'
        ? await roster.signIn.verifyTotp({ userId, code: form.code })
        : await roster.signIn.verifySecretCode({ userId, secretCode: form.code })
    if (outcome === 'right') return enter(context, userId)
    return context.json(
      {
        detail:
          outcome === 'blocked'
            ? 'The code is blocked after too many wrong tries. Ask an administrator for a reset code.'
            : 'That code is not right. Try again.',
      },
      401,
    )
  })

  return routes

  /** Whose password was right a moment ago in this browser. */
  async function halfwayIn(context: Context): Promise<string | null> {
    const [userId, endsAt] = (
      (await getSignedCookie(context, await sessions.key(), halfway)) || ''
    ).split('/')
    return userId && Date.now() < Number(endsAt) ? userId : null
  }

  async function enter(context: Context, userId: string) {
    await roster.signIn.recordSuccess({ userId })
    deleteCookie(context, halfway, { path: '/demo' })
    await sessions.begin(context, userId)
    return context.json({ next: 'entered' })
  }
}

/** Only JSON is read: a form on another site cannot send it without being asked first. */
async function read<S extends z.ZodMiniType>(
  { req }: Context,
  schema: S,
): Promise<z.infer<S> | null> {
  if (!/^application\/json\b/i.test(req.header('content-type') ?? '')) return null
  const parsed = schema.safeParse(await req.json().catch(() => null))
  return parsed.success ? parsed.data : null
}
