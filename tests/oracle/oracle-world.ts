import type { Failure, Result, Storage } from '@rosterkit/core'
import type { Organization, User } from '@rosterkit/core/ports'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { withServices } from '../services.ts'
import { dawn, idOf, openWorld } from '../world.ts'
import { hostRoles, places, relatedPlaces, roleNames, type Place } from './laws.ts'
import { holdsRole, type About, type Holding, type Outcome, type Tier } from './oracle.ts'

/** The tiers of the matrix that hold a role in force. */
export const tiersWithRole: Tier[] = roleNames.flatMap((role) =>
  relatedPlaces.map((at) => ({ role, at })),
)

/** Every tier, also those that may do nothing. */
export const tiers: Tier[] = [
  ...tiersWithRole,
  'no role',
  'ended role',
  'future role',
  'signed out',
  'unknown',
  'suspended',
]

/** What the people acted on hold, by the name of the condition. */
export const holdings = {
  nothing: 'nothing',
  'an ended administrator’s role': 'nothing',
  'a role that no catalogue has any more': 'nothing',
  'viewer here': { role: 'viewer', at: 'acme' },
  'support here': { role: 'support', at: 'acme' },
  'helper here': { role: 'helper', at: 'acme' },
  'ender here': { role: 'ender', at: 'acme' },
  'administrator here': { role: 'administrator', at: 'acme' },
  'administrator here, from tomorrow': { role: 'administrator', at: 'acme' },
  'administrator above': { role: 'administrator', at: 'harbour' },
  'administrator below': { role: 'administrator', at: 'branch' },
  'administrator elsewhere': { role: 'administrator', at: 'gamma' },
  'viewer above': { role: 'viewer', at: 'harbour' },
  'support below': { role: 'support', at: 'branch' },
  'helper above': { role: 'helper', at: 'north' },
} as const satisfies Record<string, Holding>

export type HoldingName = keyof typeof holdings

export const holdingNames = Object.keys(holdings) as HoldingName[]

/**
 * The states of people that operations ask for; `greeter` is an active one with a role to take
 * away.
 */
export const conditions = [
  'active',
  'locked',
  'staged',
  'provisioned',
  'deactivated',
  'deleted',
  'greeter',
] as const

export type Condition = (typeof conditions)[number]

/** Statuses under which nobody may call. */
export const suspensions = [
  'locked',
  'locked automatically',
  'deactivated',
  'deleted',
  'staged',
  'not yet valid',
  'no longer valid',
  'in a locked organization',
  'awaiting a new password',
] as const

const yesterday = '2026-02-28T09:00:00.000Z'
const tomorrow = '2026-03-02T09:00:00.000Z'
const personaTypes = [
  { id: 'employee', name: 'Employee' },
  { id: 'contractor', name: 'Contractor' },
]

/** The ids of what belongs to a person of the oracle's world. */
export interface Belongings {
  readonly greeterAssignmentId: string
  readonly personaId: string
  readonly activeAuthenticatorId: string
  readonly lockedAuthenticatorId: string
  readonly sessionId: string
}

export interface Person {
  readonly user: User
  readonly belongings: Belongings
}

/** A role as a person of the world holds it. */
interface Given {
  readonly roleId: string
  readonly at: Place
  readonly validFromAt?: string
  readonly validUntilAt?: string
}

class Rehearsed extends Error {}

/**
 * A storage whose transactions, once it has begun, are carried out to the end and then taken back,
 * so that every cell meets the same world.
 */
export function rehearsing(storage: Storage): { readonly storage: Storage; begin(): void } {
  let begun = false
  return {
    begin: () => void (begun = true),
    storage: {
      ...storage,
      async transaction(work) {
        if (!begun) return storage.transaction(work)
        let outcome: { readonly value: Awaited<ReturnType<typeof work>> } | undefined
        await storage
          .transaction(async (tx) => {
            outcome = { value: await work(tx) }
            throw new Rehearsed()
          })
          .catch((error: unknown) => {
            if (!(error instanceof Rehearsed)) throw error
          })
        return outcome!.value
      },
    },
  }
}

/**
 * One world for all cells: every tier, and acme's people in every condition. `sso` hands acme over
 * to an identity provider; `vary` changes people, by their number.
 */
export async function openOracleWorld({
  sso = false,
  vary = () => ({}),
}: {
  readonly sso?: boolean
  readonly vary?: (person: number, condition: Partial<User>) => Partial<User>
} = {}) {
  const rehearsal = rehearsing(memoryStorage())
  const { hasher, services } = withServices()
  const world = await openWorld({
    ...services,
    storage: rehearsal.storage,
    roles: hostRoles,
    personaTypes,
  })
  const codeHash = await hasher.hash('482093')
  const idsOf = { ...world.places } as Record<Place, string>
  const names = new Map<string, Place>(
    Object.entries(idsOf).map(([place, id]) => [id, place as Place]),
  )
  const groups = {} as Record<Place, string>
  const applications = {} as Record<Place, string>
  let serial = 0
  let joined = 0
  const nextId = () => idOf(500_000 + serial++)

  await world.storage.transaction(async (tx) => {
    const add = async (
      place: Place,
      parent: Place,
      depth: number,
      more: Partial<Organization> = {},
    ) => {
      idsOf[place] = nextId()
      names.set(idsOf[place], place)
      await tx.organizations.insert({
        id: idsOf[place],
        version: 1,
        parentId: idsOf[parent],
        name: place,
        depth,
        ssoProvider: null,
        ssoRoleMapping: {},
        locks: [],
        ...more,
      })
    }
    await add('branch', 'acme', 4)
    await add('delta', 'gamma', 3)
    await add('closed', 'south', 2, {
      locks: [
        {
          id: nextId(),
          kind: 'administrator',
          reason: 'Unpaid.',
          actor: { kind: 'system', id: null, label: 'The system' },
          fromAt: dawn,
          untilAt: null,
        },
      ],
    })
    if (sso)
      await tx.organizations.update(
        { ...(await tx.organizations.find(idsOf.acme))!, ssoProvider: 'Okta', version: 2 },
        1,
      )
    for (const place of places) {
      groups[place] = nextId()
      applications[place] = nextId()
      await tx.groups.insert({
        id: groups[place],
        organizationId: idsOf[place],
        version: 1,
        name: `${place} group`,
        description: null,
      })
      await tx.applications.insert({
        id: applications[place],
        organizationId: idsOf[place],
        version: 1,
        name: `${place} application`,
        description: null,
      })
    }
  })

  async function addPerson(
    name: string,
    place: Place,
    holds: readonly Given[],
    condition: Partial<User> = {},
  ): Promise<Person> {
    const user = await world.join(name, place as never, {
      organizationId: idsOf[place],
      password: { state: 'set', sinceAt: dawn, expiresAt: null },
      ...condition,
      ...vary(joined++, condition),
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
      stateSinceAt: dawn,
      stateActor: { kind: 'system', id: null, label: 'The system' },
      stateReason: null,
      registeredAt: dawn,
      lastUsedAt: null,
      inactivityLockAt: null,
      details: {},
    } as const
    await world.storage.transaction(async (tx) => {
      for (const { roleId, at, validFromAt = null, validUntilAt = null } of holds)
        await tx.roleAssignments.insert({
          id: roleId === 'greeter' ? belongings.greeterAssignmentId : nextId(),
          userId: user.id,
          userOrganizationId: user.organizationId,
          roleId,
          organizationId: idsOf[at],
          validFromAt,
          validUntilAt,
        })
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
        startedAt: dawn,
        lastSeenAt: dawn,
        expiresAt: null,
      })
      await tx.credentials.insert({
        ...mine,
        id: nextId(),
        key: 'secret_code',
        material: { kind: 'secret_code', hash: codeHash, setAt: dawn, wrongTries: 0 },
      })
      await tx.groupMemberships.insert({
        ...mine,
        id: nextId(),
        key: groups.harbour,
        assignedAt: dawn,
      })
      await tx.applicationAssignments.insert({
        ...mine,
        id: nextId(),
        key: applications.harbour,
        assignedAt: dawn,
      })
    })
    return { user, belongings }
  }

  const lock = {
    id: idOf(77),
    kind: 'administrator',
    reason: 'x',
    actor: { kind: 'system', id: null, label: 'The system' },
    fromAt: yesterday,
    untilAt: null,
  } as const
  const lived = {
    sinceAt: dawn,
    actor: { kind: 'system', id: null, label: 'The system' },
    reason: null,
    formerState: 'active',
    restorableUntilAt: null,
  } as const
  const conditionOf: Record<Condition, Partial<User>> = {
    active: {},
    greeter: {},
    locked: { locks: [lock] },
    staged: { lifecycle: { ...lived, state: 'staged' } },
    provisioned: { lifecycle: { ...lived, state: 'provisioned' } },
    deactivated: { lifecycle: { ...lived, state: 'deactivated' } },
    deleted: { lifecycle: { ...lived, state: 'deleted', restorableUntilAt: tomorrow } },
  }
  const suspensionOf: Record<(typeof suspensions)[number], Partial<User>> = {
    locked: { locks: [lock] },
    'locked automatically': { locks: [{ ...lock, kind: 'failed-sign-ins' }] },
    deactivated: conditionOf.deactivated,
    deleted: conditionOf.deleted,
    staged: { lifecycle: { ...lived, state: 'staged' } },
    'not yet valid': { validFromAt: tomorrow },
    'no longer valid': { validUntilAt: dawn },
    'in a locked organization': {},
    'awaiting a new password': { password: { state: 'temporary', sinceAt: dawn, expiresAt: null } },
  }

  const actors = new Map<Tier, Person | null>()
  for (const tier of tiers) {
    if (holdsRole(tier))
      actors.set(
        tier,
        await addPerson(`${tier.role}.of.${tier.at}`, tier.at, [
          { roleId: tier.role, at: tier.at },
        ]),
      )
    else if (tier === 'signed out' || tier === 'unknown') actors.set(tier, null)
    else if (tier === 'suspended')
      actors.set(
        tier,
        await addPerson(
          'suspended',
          'platform',
          [{ roleId: 'administrator', at: 'platform' }],
          suspensionOf.locked,
        ),
      )
    else
      actors.set(
        tier,
        await addPerson(
          tier.replace(' ', '.'),
          'acme',
          tier === 'no role'
            ? []
            : [
                {
                  roleId: 'administrator',
                  at: 'platform',
                  ...(tier === 'ended role' ? { validUntilAt: dawn } : { validFromAt: tomorrow }),
                },
              ],
        ),
      )
  }
  const suspended = new Map<string, Person>()
  for (const suspension of suspensions)
    suspended.set(
      suspension,
      await addPerson(
        `is.${suspension.replaceAll(' ', '.')}`,
        suspension === 'in a locked organization' ? 'closed' : 'platform',
        [{ roleId: 'administrator', at: 'platform' }],
        suspensionOf[suspension],
      ),
    )

  const people = new Map<string, Person>()
  for (const [index, holdingName] of holdingNames.entries()) {
    const holding: Holding = holdings[holdingName]
    const given: Given[] =
      holding === 'nothing'
        ? []
        : [
            {
              roleId: holding.role,
              at: holding.at,
              ...(holdingName.endsWith('tomorrow') ? { validFromAt: tomorrow } : {}),
            },
          ]
    if (holdingName === 'an ended administrator’s role')
      given.push({ roleId: 'administrator', at: 'platform', validUntilAt: dawn })
    if (holdingName === 'a role that no catalogue has any more')
      given.push({ roleId: 'vanished', at: 'platform' })
    for (const condition of conditions) {
      people.set(
        `${holdingName}/${condition}`,
        await addPerson(
          `person.${index}.${condition}`,
          'acme',
          condition === 'greeter' ? [...given, { roleId: 'greeter', at: 'acme' }] : given,
          conditionOf[condition],
        ),
      )
    }
  }
  // Each caller has begun to register a key for each of acme's people.
  await world.storage.transaction(async (tx) => {
    for (const [name, { user }] of people) {
      if (!name.endsWith('/active')) continue
      for (const caller of actors.values())
        if (caller)
          await tx.secrets.insert({
            id: nextId(),
            userId: user.id,
            userOrganizationId: user.organizationId,
            version: 1,
            key: `security_key ${caller.user.id}`,
            purpose: 'security_key',
            copies: [],
            issuedAt: dawn,
            issuedBy: lock.actor,
            expiresAt: tomorrow,
            wrongTries: 0,
            data: { challenge: 'asked' },
          })
    }
  })
  rehearsal.begin()

  const callerOf = (tier: Tier) => ({
    userId:
      tier === 'signed out' ? null : tier === 'unknown' ? idOf(999_999) : actors.get(tier)!.user.id,
  })
  return {
    ...world,
    /** Whether acme is under single sign-on. */
    sso,
    idsOf,
    placeOf: (id: string) => names.get(id)!,
    groups,
    applications,
    suspended,
    callerOf,
    /** Whom the cell is about. */
    personOf: (tier: Tier, about: About | HoldingName, condition: Condition): Person =>
      about === 'oneself'
        ? (actors.get(tier) ?? people.get('nothing/active')!)
        : people.get(`${about as HoldingName}/${condition}`)!,
    everybody: () => [
      ...[...actors.values()].filter((person) => person !== null),
      ...suspended.values(),
      ...people.values(),
    ],
    /** What comes of a call: `allowed`, or the refusal. */
    attempt: (
      operation: string,
      input: object,
      caller: { readonly userId: string | null } | 'system',
    ) => world.roster.execute(operation, { input, caller }),
  }
}

export type OracleWorld = Awaited<ReturnType<typeof openOracleWorld>>

/**
 * The outcome of a call as the matrix writes it. A person who may not be seen must be refused in
 * exactly the words for one who never was.
 */
export function outcomeOf(result: Result<unknown>): Outcome {
  if (result.ok) return 'allowed'
  const failure: Failure = result.failure
  return failure.code === 'not_found' && Object.keys(failure).length > 1
    ? `not_found with ${JSON.stringify(failure)}`
    : failure.code
}

/**
 * An input for each operation about a person that has something to do and nothing wrong with it.
 */
export function inputForPerson(
  world: OracleWorld,
  operation: string,
  { user, belongings }: Person,
): object {
  const userId = user.id
  const reason = 'For the matrix.'
  const inputs: Record<string, object> = {
    'users.get': {},
    'users.update': { version: 1, userType: 'Changed' },
    'users.lock': { reason },
    'users.unlock': {},
    'users.activate': {},
    'users.resendActivation': {},
    'users.deactivate': { reason },
    'users.reactivate': {},
    'users.setValidity': { validFromAt: null, validUntilAt: '2030-01-01T00:00:00Z' },
    'users.requireMfa': { registration: 'again' },
    'users.move': { toOrganizationId: world.idsOf.branch },
    'users.delete': { userName: user.userName },
    'users.restore': {},
    'users.purge': { userName: user.userName },
    'roles.assign': { roleId: 'greeter', organizationId: world.idsOf.acme },
    'roles.unassign': { assignmentId: belongings.greeterAssignmentId },
    'roles.setValidity': {
      assignmentId: belongings.greeterAssignmentId,
      validFromAt: null,
      validUntilAt: '2030-01-01T00:00:00Z',
    },
    'personas.list': {},
    'personas.assign': { typeId: 'contractor' },
    'personas.update': { personaId: belongings.personaId, version: 1 },
    'personas.remove': { personaId: belongings.personaId },
    'authenticators.list': {},
    'authenticators.lock': { authenticatorId: belongings.activeAuthenticatorId },
    'authenticators.unlock': { authenticatorId: belongings.lockedAuthenticatorId },
    'authenticators.delete': { authenticatorId: belongings.activeAuthenticatorId },
    'authenticators.reset': {},
    'authenticators.beginSecurityKey': {},
    'authenticators.finishSecurityKey': { name: 'Key', response: { answered: 'asked' } },
    'authenticators.issueEnrolmentLink': {},
    'passwords.sendReset': {},
    'passwords.setTemporary': {},
    'passwords.remove': {},
    'passwords.expire': {},
    'secretCodes.issueResetCode': {},
    'secrets.list': {},
    'mails.ofUser': {},
    'sessions.list': {},
    'sessions.end': { sessionId: belongings.sessionId },
    'sessions.endAll': {},
    'groups.list': {},
    'groups.assign': { groupId: world.groups.platform },
    'groups.unassign': { groupId: world.groups.harbour },
    'applications.list': {},
    'applications.assign': { applicationId: world.applications.platform },
    'applications.unassign': { applicationId: world.applications.harbour },
    'audit.ofUser': {},
  }
  return { userId, ...inputs[operation] }
}

/**
 * An input for each operation about an organization. It is moved to where the caller's role is, or,
 * when it is there, up to where the caller sees nothing.
 */
export function inputForOrganization(
  world: OracleWorld,
  operation: string,
  organization: Place,
  callerAt: Place,
): object {
  const above: Partial<Record<Place, Place>> = {
    north: 'platform',
    south: 'platform',
    harbour: 'north',
    acme: 'harbour',
    beta: 'harbour',
    branch: 'acme',
    gamma: 'south',
    delta: 'gamma',
    closed: 'south',
  }
  const destination =
    organization === 'platform'
      ? 'acme'
      : callerAt === organization
        ? above[organization]!
        : callerAt
  const newcomer = {
    userName: 'newcomer',
    name: { givenName: 'New', familyName: 'Comer' },
    emails: [{ value: 'new@example.com', primary: true }],
  }
  const inputs: Record<string, object> = {
    'organizations.create': { name: 'New' },
    'organizations.update': {
      version: organization === 'acme' && world.sso ? 2 : 1,
      name: 'Renamed',
    },
    'organizations.lock': { reason: 'For the matrix.' },
    'organizations.unlock': {},
    'organizations.move': { toParentId: world.idsOf[destination] },
    'users.create': newcomer,
    'users.checkUserName': { userName: 'newcomer' },
    'groups.create': { name: 'New' },
    'applications.create': { name: 'New' },
    'audit.verify': {},
  }
  return { organizationId: world.idsOf[organization], ...inputs[operation] }
}
