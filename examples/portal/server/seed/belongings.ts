import { plusSeconds, type Actor, type AuthenticatorType, type Instant } from '@rosterkit/core'
import {
  type Authenticator,
  type Organization,
  type Persona,
  type Resource,
  type ResourceAssignment,
  type Session,
  type User,
} from '@rosterkit/core/ports'
import { idSource, randomSource } from './random.ts'

/** What one person has beside their account. */
export interface Belongings {
  readonly authenticators: readonly Authenticator[]
  readonly sessions: readonly Session[]
  readonly personas: readonly Persona[]
  readonly groupMemberships: readonly ResourceAssignment[]
  readonly applicationAssignments: readonly ResourceAssignment[]
}

const devices: readonly {
  readonly type: AuthenticatorType
  readonly name: string
  readonly details: Authenticator['details']
}[] = [
  { type: 'app', name: 'Phone', details: { os: 'Android 16', model: 'Pixel 10' } },
  { type: 'app', name: 'Work phone', details: { os: 'iOS 26', model: 'iPhone 17' } },
  {
    type: 'fido2',
    name: 'Blue key',
    details: {
      os: 'Windows 11',
      browser: 'Edge 142',
      aaguid: 'ee882879-721c-4913-9775-3dfcce97072a',
    },
  },
  {
    type: 'fido2',
    name: 'Laptop',
    details: {
      os: 'Windows 11',
      browser: 'Firefox 145',
      aaguid: '08987058-cadc-4b81-b6e1-30de50dcbe96',
    },
  },
  { type: 'totp', name: 'Authenticator app', details: { os: 'iOS 26' } },
  { type: 'u2f', name: 'Old key', details: { browser: 'Chrome 140' } },
]

const places = [
  ['Firefox on Windows', '198.51.100.20', 'Hamburg'],
  ['Safari on iPhone', '203.0.113.7', 'Gdańsk'],
  ['Edge on Windows', '192.0.2.44', 'Lyon'],
  ['Chrome on Android', '198.51.100.91', 'Kobe'],
] as const

/**
 * The groups and applications of the example, all of the platform, so that everybody may be in
 * them.
 */
export function seededCatalogues(root: Organization): {
  readonly groups: readonly Resource[]
  readonly applications: readonly Resource[]
} {
  const newId = idSource(randomSource(7))
  const resource = (name: string, description: string): Resource => ({
    id: newId(),
    organizationId: root.id,
    version: 1,
    name,
    description,
  })
  return {
    groups: [
      resource('Night shift', 'Reachable between 22 and 6.'),
      resource('Dangerous goods', 'May sign for hazardous freight.'),
      resource('First aid', 'Trained in the last two years.'),
      resource('Works council', 'Elected members.'),
    ],
    applications: [
      resource('Track & trace', 'Where each container is.'),
      resource('Customs desk', 'Declarations and duties.'),
      resource('Yard camera', 'Live pictures of the yards.'),
      resource('Expenses', 'Travel and expense claims.'),
    ],
  }
}

/** Gives people what those in their condition have; the same on every run. */
export function belongingsSource(
  at: Instant,
  { groups, applications }: ReturnType<typeof seededCatalogues>,
): (user: User) => Belongings {
  const random = randomSource(11)
  const newId = idSource(random)
  const several = <T>(values: readonly T[], most: number): T[] =>
    values.filter(() => random.chance(most / values.length / 2))

  return (user) => {
    const owned = (key: string) => ({
      id: newId(),
      userId: user.id,
      userOrganizationId: user.organizationId,
      version: 1,
      key,
    })
    const own: Actor = {
      kind: 'user',
      id: user.id,
      label: `${user.name.givenName} ${user.name.familyName}`,
    }
    const enrolled = user.mfa.enrolment !== 'none'
    const authenticators = (enrolled ? [random.pick(devices), ...several(devices, 2)] : []).map(
      (device): Authenticator => {
        const registeredAt = plusSeconds(at, -86_400 * random.between(20, 700))
        const state = random.weighted({ active: 18, locked_by_user: 1, locked_by_administrator: 1 })
        const record = owned('')
        return {
          ...record,
          key: record.id,
          ...device,
          state,
          stateSinceAt:
            state === 'active' ? registeredAt : plusSeconds(at, -86_400 * random.between(1, 9)),
          stateActor: own,
          stateReason: state === 'active' ? null : 'Left in a taxi.',
          registeredAt,
          lastUsedAt: user.lastSignedInAt,
          inactivityLockAt: null,
        }
      },
    )
    const recent =
      user.lastSignedInAt !== null &&
      user.lastSignedInAt > plusSeconds(at, -86_400 * 7) &&
      user.lifecycle.state === 'active' &&
      user.locks.length === 0
    const sessions = (recent ? [random.pick(places), ...several(places, 1)] : []).map(
      ([device, address, place]): Session => {
        const record = owned('')
        return {
          ...record,
          key: record.id,
          kind: 'browser',
          device,
          address,
          place,
          startedAt: user.lastSignedInAt!,
          lastSeenAt: user.lastSignedInAt!,
          expiresAt: plusSeconds(at, 86_400 * 30),
        }
      },
    )
    const personas = random.chance(0.4)
      ? [persona('employee', true), ...(random.chance(0.2) ? [persona('carrier', false)] : [])]
      : []
    const assignment = (resource: Resource): ResourceAssignment => ({
      ...owned(resource.id),
      assignedAt: user.createdAt,
    })
    return {
      authenticators,
      sessions,
      personas,
      groupMemberships: several(groups, 1).map(assignment),
      applicationAssignments: several(applications, 2).map(assignment),
    }

    function persona(typeId: string, preferred: boolean): Persona {
      return {
        ...owned(typeId),
        typeId,
        preferred,
        scopes: [random.pick(['north', 'south', 'sea', 'rail'])],
        entitlements: [
          {
            kind: 'subscription',
            value: random.pick(['tracking', 'tracking-plus']),
            validFromAt: null,
            validUntilAt: null,
          },
        ],
        validFromAt: user.createdAt,
        validUntilAt: null,
      }
    }
  }
}
