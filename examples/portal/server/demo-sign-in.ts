import { isOperationError, type Roster, type UserView } from '@rosterkit/core'
import { Hono, type Context } from 'hono'
import type { DemoSessions } from './demo-sessions.ts'
import { demoUserIds } from './seed/people.ts'

/**
 * Sign-in without a password, as any person of the example roster. For trying out only: a real host
 * has its own.
 */
export function demoSignIn(roster: Roster, sessions: DemoSessions): Hono {
  const routes = new Hono()

  routes.get('/people', async (context) => {
    const people = await Promise.all(
      [...demoUserIds().values()].map((userId) => person(roster, userId)),
    )
    return context.json({ people: people.filter((view) => view !== null).map(shown) })
  })

  routes.get('/me', async (context) => {
    const userId = await sessions.userIdOf(context.req.raw)
    const view = userId === null ? null : await person(roster, userId)
    return context.json({ person: view && shown(view) })
  })

  routes.post('/sign-in', async (context) => {
    const userName = await readUserName(context)
    if (userName === null)
      return context.json({ detail: 'Send JSON such as {"username":"zofia.wisniewska"}.' }, 400)
    const found = await peopleNamed(roster, userName)
    if (found.length === 0)
      return context.json({ detail: `There is nobody with the username “${userName}”.` }, 404)
    if (found.length > 1)
      return context.json(
        {
          detail: `${found.length} organizations have somebody with the username “${userName}”. Choose a person whose username is theirs alone.`,
        },
        409,
      )
    await sessions.begin(context, found[0]!.id)
    return context.json(shown(found[0]!))
  })

  routes.post('/sign-out', (context) => {
    sessions.end(context)
    return context.body(null, 204)
  })

  return routes
}

/** Only JSON is read: a form on another site cannot send it without being asked first. */
async function readUserName({ req }: Context): Promise<string | null> {
  if (!/^application\/json\b/i.test(req.header('content-type') ?? '')) return null
  const body: unknown = await req.json().catch(() => null)
  return typeof body === 'object' &&
    body !== null &&
    'username' in body &&
    typeof body.username === 'string'
    ? body.username
    : null
}

/** Those of the chooser go first: another organization may have somebody with the same username. */
async function peopleNamed(roster: Roster, userName: string): Promise<readonly UserView[]> {
  const knownId = demoUserIds().get(userName)
  const known = knownId === undefined ? null : await person(roster, knownId)
  if (known) return [known]
  const { items } = await roster
    .as('system')
    .users.list({ search: userName, sort: 'userName', limit: 100 })
  return items.filter((user) => user.userName.toLowerCase() === userName.toLowerCase())
}

async function person(roster: Roster, userId: string): Promise<UserView | null> {
  try {
    return await roster.as('system').users.get({ userId })
  } catch (error) {
    if (isOperationError(error) && error.code === 'not_found') return null
    throw error
  }
}

function shown(user: UserView) {
  const role = user.roles.find(({ inForce }) => inForce)
  return {
    username: user.userName,
    name: user.displayName,
    role: role?.roleName ?? null,
    organization: user.organization.name,
    path: user.lineage.map(({ name }) => name),
    depth: user.lineage.length - 1,
    status: user.status.status,
  }
}
