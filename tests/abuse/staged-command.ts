import { operationNamed, operations } from '@rosterkit/core'
import type { Person } from '../oracle/oracle-world.ts'
import { tokenOf } from '../services.ts'
import { openPortal, type Portal } from './portal.ts'

/** Every command over HTTP of somebody with rights or a link. */
export const commands = operations.filter(
  ({ kind, subject, http }) =>
    kind === 'command' && http && subject !== 'anyone' && subject !== 'caller',
)

/** What has to be so that a command has something to do. */
const beforehand: Readonly<Record<string, readonly (readonly [string, object])[]>> = {
  'users.unlock': [['users.lock', { reason: 'Lost phone.' }]],
  'users.reactivate': [['users.deactivate', { reason: 'On leave.' }]],
  'users.restore': [['users.delete', { userName: 'ada' }]],
  'users.purge': [['users.delete', { userName: 'ada' }]],
  'organizations.unlock': [['organizations.lock', { organizationId: 'acme', reason: 'Unpaid.' }]],
  'bulk.restore': [['users.delete', { userName: 'ada' }]],
  'bulk.unlock': [['users.lock', { reason: 'Lost phone.' }]],
  'bulk.reactivate': [['users.deactivate', { reason: 'On leave.' }]],
}

/** What a command about a person is sent, where what comes before decides it. */
const inputs: Readonly<
  Record<string, (portal: Portal, person: Person, token: string) => Promise<object>>
> = {
  'roles.assign': async ({ places }) => ({ roleId: 'viewer', organizationId: places.acme }),
  'roles.unassign': async (portal, person) => ({ assignmentId: await roleOf(portal, person) }),
  'roles.setValidity': async (portal, person) => ({
    assignmentId: await roleOf(portal, person),
    validUntilAt: '2030-01-01T00:00:00Z',
  }),
  async 'authenticators.finishSecurityKey'({ call, callers }, { user }) {
    const { options } = (
      await call(
        'authenticators.beginSecurityKey',
        { userId: user.id },
        { session: callers.platform.session },
      )
    ).body as { options: { challenge: string } }
    return { response: { answered: options.challenge } }
  },
  async 'redeem.finishSecurityKey'({ call }, _, token) {
    const { options } = (await call('redeem.beginSecurityKey', { token })).body as {
      options: { challenge: string }
    }
    return { response: { answered: options.challenge } }
  },
  async 'redeem.finishTotp'({ call }, _, token) {
    const { secret } = (await call('redeem.beginTotp', { token })).body as { secret: string }
    return { code: secret.slice(-6) }
  },
}

async function roleOf(
  { call, callers, places, storage }: Portal,
  { user }: Person,
): Promise<string> {
  await call(
    'roles.assign',
    { userId: user.id, roleId: 'viewer', organizationId: places.acme },
    { session: callers.platform.session },
  )
  return (await storage.read((tx) => tx.roleAssignments.ofUsers([user.id])))[0]!.id
}

/** What is for somebody who has not finished onboarding. */
const forNewcomers: Readonly<Record<string, 'later' | 'now'>> = {
  'users.activate': 'later',
  'users.resendActivation': 'now',
  'bulk.resendActivation': 'now',
}

/**
 * A portal in which the command has something to do, with what it is to be sent, whose cookie with
 * it, and what the host is told to end.
 */
export async function stageFor(name: string) {
  const operation = operationNamed(name)!
  const revoked: string[] = []
  const portal = await openPortal({
    roster: {
      sessionRevoker: {
        revoke: async (userId, sessionIds) =>
          void revoked.push(
            `the host ends ${sessionIds === null ? 'every session' : `the sessions ${sessionIds.join(', ')}`} of ${userId}`,
          ),
      },
    },
  })
  const { session } = portal.callers.platform
  const activation =
    operation.subject === 'bearer' && operation.links?.includes('activation')
      ? 'now'
      : forNewcomers[name]
  const { person, token } = activation
    ? await newcomer(portal, activation)
    : { person: await portal.person('ada', 'acme'), token: '' }
  if (!activation) await portal.signIn(person.user)
  for (const [earlier, more] of beforehand[name] ?? []) {
    const answer = await portal.call(
      earlier,
      {
        userId: person.user.id,
        ...more,
        ...('organizationId' in more
          ? { organizationId: portal.places.acme, userId: undefined }
          : {}),
      },
      { session },
    )
    if (answer.status >= 300) throw new Error(`${earlier} before ${name}: ${answer.text}`)
  }
  const link =
    operation.subject === 'bearer' && !activation
      ? await linkFor(portal, operation.links ?? [], person)
      : token
  const input = {
    ...portal.inputFor(operation, person, link),
    ...(await inputs[name]?.(portal, person, link)),
  }
  revoked.length = 0
  return {
    portal,
    person,
    input,
    sending: { session: operation.subject === 'bearer' ? null : session },
    revoked,
  }
}

/** Every audit event of the tree. */
export const everyEvent = (portal: Portal) =>
  portal.storage.read(async (tx) =>
    (
      await Promise.all(
        (await tx.organizations.below([portal.places.platform])).map(({ id }) =>
          Array.fromAsync(tx.audit.chain(id)),
        ),
      )
    ).flat(),
  )

/** Somebody who has just been added. */
async function newcomer(
  portal: Portal,
  activation: 'later' | 'now',
): Promise<{ readonly person: Person; readonly token: string }> {
  const { body } = await portal.call(
    'users.create',
    {
      organizationId: portal.places.acme,
      userName: 'ada',
      name: { givenName: 'ada', familyName: 'Test' },
      emails: [{ value: 'ada@example.com', primary: true }],
      activation,
    },
    { session: portal.callers.platform.session },
  )
  const user = (await portal.storage.read((tx) => tx.users.find(String(body['id']))))!
  const { belongings } = await portal.person('grace', 'acme')
  return {
    person: { user, belongings },
    token: activation === 'now' ? tokenOf((body['activationLink'] as { link: string }).link) : '',
  }
}

/** A link of a kind that the operation takes. */
async function linkFor(
  portal: Portal,
  purposes: readonly string[],
  { user }: Person,
): Promise<string> {
  const { session } = portal.callers.platform
  const door = purposes.includes('enrolment')
    ? 'authenticators.issueEnrolmentLink'
    : 'passwords.sendReset'
  const { body } = await portal.call(door, { userId: user.id }, { session })
  if (typeof body['link'] === 'string') return tokenOf(body['link'])
  await portal.roster.mail.deliver()
  return portal.mail.tokenTo(`${user.userName}@example.com`)
}
