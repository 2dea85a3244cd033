import {
  createRoster,
  isOperationError,
  type Failure,
  type Instant,
  type RosterOptions,
  type Storage,
} from '@rosterkit/core'
import { type Organization, type User } from '@rosterkit/core/ports'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import { systemActor } from '../packages/core/src/kernel/actor.ts'
import { newUser } from '../packages/core/src/domain/users/new-user.ts'

/**
 * An empty store of the kind that this run is about: memory, or what ROSTERKIT_TEST_STORAGE names.
 */
async function testStorage(): Promise<Storage> {
  switch (process.env['ROSTERKIT_TEST_STORAGE']) {
    case 'sqlite':
      return sqliteStorage({ file: ':memory:' })
    case 'postgres':
      return (await import('./postgres-worlds.ts')).emptyPostgresStorage()
    default:
      return memoryStorage()
  }
}

/** The instant at which every test world begins. */
export const dawn: Instant = '2026-03-01T09:00:00.000Z'

/** A deterministic UUIDv7-shaped id. */
export function idOf(number: number): string {
  return `0198f0c0-7e00-7000-8000-${number.toString(16).padStart(12, '0')}`
}

const tree = {
  platform: null,
  north: 'platform',
  south: 'platform',
  harbour: 'north',
  acme: 'harbour',
  beta: 'harbour',
  gamma: 'south',
} as const

/**
 * The organizations of a test world: platform → north, south → … → the tenants acme and beta
 * (siblings) and gamma (elsewhere).
 */
export type Place = keyof typeof tree

/**
 * A small roster on real parts: a tree of organizations, a clock that tests move, and `join`, which
 * puts a person anywhere in any condition with roles, through the storage port.
 */
export async function openWorld(options: Partial<RosterOptions> = {}) {
  let now = dawn
  let lastId = 1000
  const clock = { now: () => now }
  const newId = () => idOf(lastId++)
  const storage: Storage = options.storage ?? (await testStorage())
  const roster = createRoster({ storage, clock, newId, ...options })
  const places = Object.fromEntries(
    Object.keys(tree).map((place, index) => [place, idOf(index + 1)]),
  ) as Record<Place, string>
  const depths: Record<Place, number> = {
    platform: 0,
    north: 1,
    south: 1,
    harbour: 2,
    acme: 3,
    beta: 3,
    gamma: 2,
  }

  await storage.transaction(async (tx) => {
    for (const place of Object.keys(tree) as Place[]) {
      const parent = tree[place]
      const organization: Organization = {
        id: places[place],
        version: 1,
        parentId: parent && places[parent],
        name: place[0]!.toUpperCase() + place.slice(1),
        depth: depths[place],
        ssoProvider: null,
        ssoRoleMapping: {},
        locks: [],
      }
      await tx.organizations.insert(organization)
    }
  })

  /** Puts a person into an organization; `roles` are given at home unless a place is named. */
  async function join(
    userName: string,
    place: Place,
    {
      roles = [],
      ...condition
    }: Partial<User> & { roles?: (string | [roleId: string, at: Place])[] } = {},
  ): Promise<User> {
    const base = newUser({
      id: newId(),
      organizationId: places[place],
      userName,
      name: { givenName: userName, familyName: 'Test' },
      emails: [{ value: `${userName}@example.com`, primary: true }],
      at: now,
      actor: systemActor,
      state: 'active',
    })
    const user: User = { ...base, ...condition }
    await storage.transaction(async (tx) => {
      const outcome = await tx.users.insert(
        user,
        roster.policy.userNameBoundary === 'organization' ? user.organizationId : 'roster',
      )
      if (outcome !== 'inserted') throw new Error(`${userName} is taken`)
      for (const role of roles) {
        const [roleId, at] = typeof role === 'string' ? ([role, place] as const) : role
        await tx.roleAssignments.insert({
          id: newId(),
          userId: user.id,
          userOrganizationId: user.organizationId,
          roleId,
          organizationId: places[at],
          validFromAt: null,
          validUntilAt: null,
        })
      }
    })
    return user
  }

  return {
    roster,
    storage,
    places,
    join,
    /** A client that acts as this person. */
    as: (user: { id: string }) => roster.as({ userId: user.id }),
    now: () => now,
    moveTo: (at: Instant) => void (now = at),
    pass: (seconds: number) =>
      void (now = new Date(Date.parse(now) + seconds * 1000).toISOString()),
    /** The audit chain of an organization. */
    auditOf: (place: Place) => storage.read((tx) => Array.fromAsync(tx.audit.chain(places[place]))),
  }
}

/** The refusal of a call; fails the test when it succeeds, or breaks. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call
  } catch (error) {
    if (isOperationError(error)) return error.failure
    throw error
  }
  throw new Error('The call succeeded, and a refusal was expected.')
}

/** The failure code with which a call is refused; fails the test when it succeeds. */
export const refusalOf = async (call: Promise<unknown>): Promise<string> =>
  (await failureOf(call)).code
