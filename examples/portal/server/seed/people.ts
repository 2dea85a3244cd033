import { foldUserName, plusSeconds, type Actor, type Instant } from '@rosterkit/core'
import {
  foldForSearch,
  type Lock,
  type Organization,
  type RoleAssignment,
  type User,
} from '@rosterkit/core/ports'
import { demoPeople } from '../demo-people.ts'
import { circumstances, dimensionsOf, type Circumstance } from './circumstances.ts'
import { nameStocks, type Language } from './names.ts'
import { platform, type SeedOrganization } from './organizations.ts'
import { idSource, randomSource } from './random.ts'

export interface SeededPerson {
  readonly user: User
  readonly roles: readonly RoleAssignment[]
}

export interface SeededRoster {
  /** Parents before children. */
  readonly organizations: readonly Organization[]
  readonly people: readonly SeededPerson[]
}

/** What each hundred people of an organization may do, the chooser's people aside. */
const roleWeights = {
  none: 22,
  dispatcher: 34,
  warehouse: 24,
  billing: 10,
  viewer: 5,
  support: 2,
  administrator: 3,
}

const seedNumber = 20_260_301

/** The ids of the chooser's people by username: the first that the roster's source gives. */
export function demoUserIds(
  newId = idSource(randomSource(seedNumber)),
): ReadonlyMap<string, string> {
  return new Map(demoPeople.map(({ userName }) => [userName, newId()]))
}

/** The whole example roster, the same on every run; only its dates count back from `at`. */
export function seededRoster(at: Instant): SeededRoster {
  const random = randomSource(seedNumber)
  const newId = idSource(random)
  const knownIds = demoUserIds(newId)
  const organizations: Organization[] = []
  const people: SeededPerson[] = []
  plant(platform, null, 0)
  return { organizations, people }

  function plant(seed: SeedOrganization, parent: Organization | null, depth: number): void {
    const organization: Organization = {
      id: newId(),
      version: 1,
      parentId: parent?.id ?? null,
      name: seed.name,
      depth,
      ssoProvider: seed.ssoProvider ?? null,
      ssoRoleMapping: seed.ssoProvider
        ? { 'freight-admins': 'administrator', 'freight-dispatch': 'dispatcher' }
        : {},
      locks: organizationLocks(seed),
    }
    organizations.push(organization)
    const administrator = administratorOf(seed)
    const taken = new Set<string>()
    const known = demoPeople.filter((person) => person.organization === seed.key)
    for (const person of known) {
      taken.add(person.userName)
      const user = newUser(
        {
          id: knownIds.get(person.userName)!,
          userName: person.userName,
          mailbox: person.userName,
          givenName: person.givenName,
          familyName: person.familyName,
          locale: person.locale,
          dialling: null,
        },
        'active',
      )
      people.push({
        user: { ...user, lastSignedInAt: plusSeconds(at, -random.between(1_800, 70_000)) },
        roles: [assignment(user, person.roleId)],
      })
    }
    for (let count = known.length; count < seed.people; count++) {
      const user = newUser(somebody(seed, taken), random.weighted(circumstances))
      people.push({ user, roles: rolesOf(user) })
    }
    for (const child of seed.below ?? []) plant(child, organization, depth + 1)

    function newUser(
      { id, userName, mailbox, givenName, familyName, locale, dialling }: Somebody,
      circumstance: Circumstance,
    ): User {
      const createdAt = plusSeconds(at, -Math.floor(86_400 * (2 + random.next() ** 2 * 1_900)))
      const managed = seed.ssoProvider
        ? ({ name: 'sso', emails: 'sso', userType: 'sso' } as const)
        : random.chance(0.03)
          ? ({ name: 'scim', emails: 'scim' } as const)
          : {}
      return {
        id,
        organizationId: organization.id,
        version: random.between(1, 9),
        userName,
        name: { givenName, familyName },
        emails: [
          { value: `${mailbox}@${seed.domain}`, primary: true },
          ...(random.chance(0.12) ? [{ value: `${mailbox}@mail.example`, primary: false }] : []),
        ],
        // Whoever has finished onboarding has read the mail with the link for it.
        verifiedEmails:
          circumstance === 'provisioned' || circumstance === 'staged'
            ? []
            : [`${mailbox}@${seed.domain}`],
        phoneNumbers:
          dialling && random.chance(0.6)
            ? [
                {
                  value: `${dialling} ${random.between(20, 99)} ${random.between(100, 999)} ${random.between(1000, 9999)}`,
                },
              ]
            : [],
        userType: random.weighted({ employee: 80, contractor: 14, partner: 6 }),
        locale,
        externalId:
          seed.ssoProvider || random.chance(0.2) ? `E-${random.between(10_000, 99_999)}` : null,
        attributes: {},
        owners: managed,
        ...dimensionsOf(circumstance, { random, newId, at, createdAt, administrator }),
        ...(seed.ssoProvider ? { signInRoute: 'federated' as const } : {}),
      }
    }

    function rolesOf(user: User): RoleAssignment[] {
      const roleId = random.weighted(roleWeights)
      if (roleId === 'none') return []
      const main = assignment(user, roleId)
      // Now and then a second role, for a while only.
      const extra =
        random.chance(0.04) && roleId !== 'billing'
          ? [
              {
                ...assignment(user, 'billing'),
                validFromAt: plusSeconds(at, -86_400 * random.between(1, 200)),
                validUntilAt: plusSeconds(at, 86_400 * random.between(-90, 120)),
              },
            ]
          : []
      return [main, ...extra]
    }

    function assignment(user: User, roleId: string): RoleAssignment {
      return {
        id: newId(),
        userId: user.id,
        userOrganizationId: organization.id,
        roleId,
        organizationId: organization.id,
        validFromAt: null,
        validUntilAt: null,
      }
    }

    function organizationLocks({ lockReason }: SeedOrganization): Lock[] {
      return lockReason
        ? [
            {
              id: newId(),
              kind: 'administrator',
              reason: lockReason,
              actor: administratorOf(seed),
              fromAt: plusSeconds(at, -86_400 * 12),
              untilAt: null,
            },
          ]
        : []
    }
  }

  interface Somebody {
    readonly id: string
    readonly userName: string
    /** In front of the @ of their addresses. */
    readonly mailbox: string
    readonly givenName: string
    readonly familyName: string
    readonly locale: string
    readonly dialling: string | null
  }

  function somebody(seed: SeedOrganization, taken: Set<string>): Somebody {
    const { locale, dialling, given, family } =
      nameStocks[random.weighted(seed.languages as Record<Language, number>)]
    const givenName = random.pick(given)
    const familyName = random.pick(family)
    const latin = foldForSearch(`${givenName.latin}.${familyName.latin}`).replaceAll(
      /[^a-z0-9.]/g,
      '',
    )
    let mailbox = latin
    for (let number = 2; taken.has(mailbox); number++) mailbox = `${latin}${number}`
    taken.add(mailbox)
    // A few people go by their own script.
    const own = foldUserName(
      `${givenName.native}.${familyName.native}`.replaceAll(' ', '') + mailbox.slice(latin.length),
    )
    const userName = own !== null && own !== mailbox && random.chance(0.06) ? own : mailbox
    return {
      id: newId(),
      userName,
      mailbox,
      givenName: givenName.native,
      familyName: familyName.native,
      locale,
      dialling,
    }
  }

  /** The nearest administrator of the chooser, at the organization or above it. */
  function administratorOf(seed: SeedOrganization): Actor {
    const holder =
      demoPeople.find(
        (person) => person.organization === seed.key && person.roleId === 'administrator',
      ) ?? demoPeople[0]
    return {
      kind: 'user',
      id: knownIds.get(holder.userName)!,
      label: `${holder.givenName} ${holder.familyName}`,
    }
  }
}
