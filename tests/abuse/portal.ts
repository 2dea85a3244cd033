import { operationNamed, type Operation, type RosterOptions } from '@rosterkit/core'
import { type User } from '@rosterkit/core/ports'
import { createRosterHandler, type RosterHandlerOptions } from '@rosterkit/adapters/server'
import { planHeader, plansPath } from '../../packages/adapters/src/http/plan.ts'
import { fillPath } from '../../packages/adapters/src/http/route.ts'
import { encodeQuery } from '../../packages/adapters/src/http/query-string.ts'
import {
  inputForOrganization,
  inputForPerson,
  type OracleWorld,
  type Person,
} from '../oracle/oracle-world.ts'
import { withServices } from '../services.ts'
import { idOf, openWorld, type Place } from '../world.ts'

/** Where the portal of these tests stands. */
export const host = 'https://portal.example'

/** Who attacks: an administrator at each level of the tree, and somebody with no role at all. */
export const tiers = {
  platform: 'platform',
  distributor: 'north',
  partner: 'harbour',
  tenant: 'acme',
  member: 'acme',
} as const satisfies Record<string, Place>

export type Tier = keyof typeof tiers

export const tierNames = Object.keys(tiers) as Tier[]

/** An answer, read. */
export interface Answer {
  readonly status: number
  /** The code of a refusal. */
  readonly code: string | null
  readonly body: Record<string, unknown>
  readonly text: string
  readonly headers: Headers
}

export interface Sending {
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** The cookie of a session, from {@link Portal.signIn}. */
  readonly session?: string | null
  /** Asks for the command's plan instead. */
  readonly dryRun?: boolean
}

export interface PortalOptions {
  readonly roster?: Partial<RosterOptions>
  readonly handler?: Partial<RosterHandlerOptions>
}

/**
 * A portal as attackers meet it: the real handler over the store of this run, sessions in cookies
 * that the roster judges with every request.
 */
export async function openPortal({
  roster: choices = {},
  handler: handlerChoices = {},
}: PortalOptions = {}) {
  const { mail, hasher, services } = withServices({
    activation: { delivery: 'both', lifetimeHours: 24 },
    enrolment: { delivery: 'both', lifetimeHours: 24 },
    ...choices,
  })
  const world = await openWorld({
    personaTypes: [
      { id: 'employee', name: 'Employee' },
      { id: 'contractor', name: 'Contractor' },
    ],
    ...services,
  })
  const faults: unknown[] = []
  const sessionOf = (request: Request) =>
    /(?:^|; )sid=([0-9a-f-]{36})\.([0-9a-f-]{36})/.exec(request.headers.get('cookie') ?? '')
  const handler = createRosterHandler(world.roster, {
    async caller(request) {
      const [, userId, sessionId] = sessionOf(request) ?? []
      return userId && sessionId && (await world.roster.sessions.check({ userId, sessionId })).good
        ? userId
        : null
    },
    address: () => '192.0.2.7',
    rateLimits: false,
    onFault: (fault) => faults.push(fault),
    ...handlerChoices,
  })
  let serial = 600_000
  const nextId = () => idOf(serial++)
  const groups = {} as Record<Place, string>
  const applications = {} as Record<Place, string>
  await world.storage.transaction(async (tx) => {
    for (const place of Object.keys(world.places) as Place[]) {
      groups[place] = nextId()
      applications[place] = nextId()
      await tx.groups.insert({
        id: groups[place],
        organizationId: world.places[place],
        version: 1,
        name: `${place} group`,
        description: null,
      })
      await tx.applications.insert({
        id: applications[place],
        organizationId: world.places[place],
        version: 1,
        name: `${place} application`,
        description: null,
      })
    }
  })
  const codeHash = await hasher.hash('482093')

  /** Somebody to do things to, with one of everything that operations are about. */
  async function person(
    userName: string,
    place: Place,
    roles: (string | [string, Place])[] = [],
  ): Promise<Person> {
    const user = await world.join(userName, place, {
      roles,
      password: { state: 'set', sinceAt: world.now(), expiresAt: null },
    })
    const mine = { userId: user.id, userOrganizationId: user.organizationId, version: 1 }
    const belongings = {
      greeterAssignmentId: nextId(),
      personaId: nextId(),
      activeAuthenticatorId: nextId(),
      lockedAuthenticatorId: nextId(),
      sessionId: nextId(),
    }
    const authenticator = {
      ...mine,
      type: 'totp',
      name: 'Phone',
      stateSinceAt: world.now(),
      stateActor: { kind: 'system', id: null, label: 'The system' },
      stateReason: null,
      registeredAt: world.now(),
      lastUsedAt: null,
      inactivityLockAt: null,
      details: {},
    } as const
    await world.storage.transaction(async (tx) => {
      await tx.personas.insert({
        ...mine,
        id: belongings.personaId,
        key: 'employee',
        typeId: 'employee',
        preferred: true,
        scopes: ['north'],
        entitlements: [],
        validFromAt: null,
        validUntilAt: null,
      })
      await tx.authenticators.insert({
        ...authenticator,
        id: belongings.activeAuthenticatorId,
        key: belongings.activeAuthenticatorId,
        state: 'active',
      })
      await tx.authenticators.insert({
        ...authenticator,
        id: belongings.lockedAuthenticatorId,
        key: belongings.lockedAuthenticatorId,
        state: 'locked_by_administrator',
      })
      await tx.sessions.insert({
        ...mine,
        id: belongings.sessionId,
        key: belongings.sessionId,
        kind: 'browser',
        device: null,
        address: null,
        place: null,
        startedAt: world.now(),
        lastSeenAt: world.now(),
        expiresAt: null,
      })
      await tx.credentials.insert({
        ...mine,
        id: nextId(),
        key: 'secret_code',
        material: { kind: 'secret_code', hash: codeHash, setAt: world.now(), wrongTries: 0 },
      })
      await tx.groupMemberships.insert({
        ...mine,
        id: nextId(),
        key: groups.harbour,
        assignedAt: world.now(),
      })
      await tx.applicationAssignments.insert({
        ...mine,
        id: nextId(),
        key: applications.harbour,
        assignedAt: world.now(),
      })
    })
    return { user, belongings }
  }

  async function signIn(user: Pick<User, 'id'>): Promise<string> {
    const { sessionId } = await world.roster.sessions.start({ userId: user.id, device: 'Firefox' })
    return `sid=${user.id}.${sessionId}`
  }

  async function send(
    method: string,
    path: string,
    { body, headers = {}, session = null }: Sending = {},
  ): Promise<Answer> {
    const own = {
      origin: host,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(session ? { cookie: session } : {}),
    }
    const merged = Object.fromEntries(
      Object.entries({ ...own, ...headers }).filter(([, value]) => value !== ''),
    )
    const response = await handler(
      new Request(`${host}/api/roster${path}`, {
        method,
        headers: merged,
        ...(body === undefined
          ? {}
          : {
              body:
                typeof body === 'string' || body instanceof Uint8Array
                  ? (body as BodyInit)
                  : JSON.stringify(body),
            }),
      }),
    )
    const text = await response.text()
    const read = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
    return {
      status: response.status,
      code: response.ok ? null : String(read['code']),
      body: read,
      text,
      headers: response.headers,
    }
  }

  /** Sends what the client would send for the operation, with a plan where it must have one. */
  async function call(
    name: string,
    input: object = {},
    { dryRun = false, ...sending }: Omit<Sending, 'body'> = {},
  ): Promise<Answer> {
    const { http, confirmedByPlan = false } = doorOf(name)
    if (confirmedByPlan && !dryRun && !sending.headers?.[planHeader]) {
      const planned = await call(name, input, { ...sending, dryRun: true })
      return planned.status === 200
        ? call(name, input, {
            ...sending,
            headers: { ...sending.headers, [planHeader]: String(planned.body['plan']) },
          })
        : planned
    }
    const { path, rest } = fillPath(http, input)
    const query = http.method === 'GET' ? encodeQuery(rest) : ''
    return send(http.method, `${dryRun ? plansPath : ''}${path}${query && `?${query}`}`, {
      ...sending,
      ...(http.method === 'GET' ? {} : { body: rest }),
    })
  }

  /**
   * An input with which the operation has something to do to this person, or at this organization.
   */
  function inputFor(
    operation: Operation,
    { user, belongings }: Person,
    token = 'x',
  ): Record<string, unknown> {
    const oracle = {
      places: world.places,
      idsOf: { ...world.places, branch: world.places.beta },
      groups,
      applications,
      sso: false,
    } as unknown as OracleWorld
    const place = (Object.keys(world.places) as Place[]).find(
      (name) => world.places[name] === user.organizationId,
    )!
    if (operation.subject === 'user')
      return {
        ...operation.example,
        ...inputForPerson(oracle, operation.name, { user, belongings }),
      }
    if (operation.subject === 'organization')
      return {
        ...(inputForOrganization(oracle, operation.name, place, 'platform') as Record<
          string,
          unknown
        >),
      }
    if (operation.subject === 'bearer') return { ...operation.example, token }
    const example = operation.example as Record<string, unknown>
    return {
      ...example,
      ...('organizationId' in example ? { organizationId: user.organizationId } : {}),
      ...('userIds' in example ? { userIds: [user.id] } : {}),
      ...(Array.isArray(example['records'])
        ? {
            records: (example['records'] as object[]).map((record) => ({
              ...record,
              organizationId: user.organizationId,
              roles: [{ roleId: 'viewer', organizationId: user.organizationId }],
            })),
          }
        : {}),
    }
  }

  const callers = {} as Record<Tier, { readonly user: User; readonly session: string }>
  for (const tier of tierNames) {
    const user = await world.join(
      tier,
      tiers[tier],
      tier === 'member' ? {} : { roles: ['administrator'] },
    )
    callers[tier] = { user, session: await signIn(user) }
  }

  /** Everything about these people and the tree that no refusal may change. */
  const snapshot = (...ids: string[]) =>
    world.storage.read(async (tx) => ({
      people: await Promise.all(ids.map((id) => tx.users.find(id))),
      roles: await tx.roleAssignments.ofUsers(ids),
      personas: await tx.personas.ofUsers(ids),
      authenticators: await tx.authenticators.ofUsers(ids),
      credentials: await tx.credentials.ofUsers(ids),
      secrets: (await tx.secrets.ofUsers(ids)).map(({ version: _, ...secret }) => secret),
      sessions: (await tx.sessions.ofUsers(ids)).map(
        ({ lastSeenAt: _, version: __, ...session }) => session,
      ),
      groups: await tx.groupMemberships.ofUsers(ids),
      applications: await tx.applicationAssignments.ofUsers(ids),
      organizations: await tx.organizations.below([world.places.platform]),
      count: (
        await tx.users.count({ withinOrganizationIds: [world.places.platform] }, world.now(), 2000)
      ).value,
      queued: (await tx.outbox.due('2100-01-01T00:00:00.000Z', 10_000)).length,
    }))

  return {
    ...world,
    mail,
    hasher,
    handler,
    faults,
    callers,
    groups,
    applications,
    person,
    signIn,
    send,
    call,
    inputFor,
    snapshot,
    nextId,
  }
}

export type Portal = Awaited<ReturnType<typeof openPortal>>

/** An operation that has a route. */
export function doorOf(name: string) {
  const operation = operationNamed(name)
  if (!operation?.http) throw new Error(`${name} has no door.`)
  return { ...operation, http: operation.http }
}
