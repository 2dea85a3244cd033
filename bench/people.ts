import { aLock, aRoleAssignment, anOrganization, aUser } from '@rosterkit/core/testing'
import type { Storage } from '@rosterkit/core'
import type { Organization, RoleAssignment, User } from '@rosterkit/core/ports'

/** Numbers between 0 and 1 that look random and are the same on every machine. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const given =
  'Ada Álvaro Amélie Anna Aylin Ben Birgit Björn Carla Cem Chloé Clara Daan David Dmitri Elena Elif Emil Émile Fatima Finn François Freya Grace Greta Hana Hugo Inès Ingrid Ivan Jakub Jana Jürgen Karin Kenji Lars Léa Lena Liam Łukasz Małgorzata Maria Mateo Mehmet Mia Mikael Nadia Nils Noah Ola Olga Oskar Paula Pedro Petra Quentin Rafael Rosa Sara Selin Šimon Søren Thea Tomáš Ulla Viktor Wanda Yara Yusuf Zoë'.split(
    ' ',
  )
const starts =
  'Ahl Bach Berg Brand Car Dahl Eich Fern Frank Gar Grün Hart Holm Jan Kast Klein Kow Lang Lind Mar Meier Mül Nord Nov Ober Öst Pet Quist Ros Sand Schmid Schul Sø Stein Thor Tor Ul Vas Wag Weiß Win Wój Zim Žák'.split(
    ' ',
  )
const ends =
  'a ańska berg cik dal ek el er erson es feld ford gård haus holm i ič ik lund mann mer o ová ovič quist rup sen ski son stad ström te tz vall'.split(
    ' ',
  )

/** How many people one transaction adds. */
export const seededAtOnce = 5_000

/**
 * An instant at which four people in ten are dormant, one in five hundred is to enrol again, and
 * the access of one in two hundred is about to end.
 */
export const surveyedAt = '2026-02-10T00:00:00.000Z'

const soon = '2026-02-20T00:00:00.000Z'

/** How many people each tenant has. */
const tenantSize = 500

/**
 * A roster of so many people: a platform, ten distributors, tenants of 500. The same for the same
 * number.
 */
export interface Population {
  readonly organizations: readonly Organization[]
  readonly platform: Organization
  readonly distributor: Organization
  readonly tenant: Organization
  readonly administrators: Readonly<Record<'platform' | 'distributor' | 'tenant', User>>
  readonly people: () => Iterable<{ readonly user: User; readonly assignment: RoleAssignment }>
}

/** Describes the population; nothing is stored yet. */
export function population(size: number): Population {
  const id = (kind: number, number: number) =>
    `0198f0c0-7e00-7${kind.toString(16).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`
  const platform = anOrganization({ id: id(1, 0), name: 'Platform' })
  const distributors = Array.from({ length: 10 }, (_, index) =>
    anOrganization({
      id: id(2, index),
      name: `Distributor ${index}`,
      parentId: platform.id,
      depth: 1,
    }),
  )
  const tenants = Array.from({ length: Math.max(10, Math.ceil(size / tenantSize)) }, (_, index) =>
    anOrganization({
      id: id(3, index),
      name: `Tenant ${index}`,
      parentId: distributors[index % 10]!.id,
      depth: 2,
    }),
  )
  const administrator = (organization: Organization, number: number) =>
    aUser({
      id: id(4, number),
      organizationId: organization.id,
      userName: `administrator-${number}`,
      name: { givenName: 'Adminis', familyName: `Trator ${number}` },
    })
  return {
    organizations: [platform, ...distributors, ...tenants],
    platform,
    distributor: distributors[3]!,
    tenant: tenants[7]!,
    administrators: {
      platform: administrator(platform, 1),
      distributor: administrator(distributors[3]!, 2),
      tenant: administrator(tenants[7]!, 3),
    },
    *people() {
      const next = random(7)
      const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)]!
      const instant = (day: number) =>
        new Date(
          Date.UTC(2025, 0, 1) + day * 86_400_000 + Math.floor(next() * 86_400_000),
        ).toISOString()
      for (let index = 0; index < size; index++) {
        const organization = tenants[index % tenants.length]!
        const name = { givenName: pick(given), familyName: pick(starts) + pick(ends) }
        const userName = `${name.givenName}.${name.familyName}.${index}`
          .normalize('NFD')
          .replaceAll(/[^\w.]/g, '')
          .toLowerCase()
        const createdAt = instant(Math.floor(next() * 300))
        const locked = next() < 0.03
        const user = aUser({
          id: id(5, index),
          organizationId: organization.id,
          userName,
          name,
          emails: [
            {
              value: `${userName}@${pick(['example.com', 'example.org', 'mail.example', 'corp.example'])}`,
              primary: true,
            },
          ],
          createdAt,
          updatedAt: createdAt,
          lastSignedInAt: next() < 0.2 ? null : instant(300 + Math.floor(next() * 60)),
          mfa: {
            required: index % 10 < 4,
            enrolment: index % 500 === 1 ? 'again' : index % 10 < 3 ? 'enrolled' : 'none',
          },
          validUntilAt: index % 200 === 3 ? soon : null,
          locks: locked ? [aLock({ id: id(6, index), fromAt: createdAt })] : [],
        })
        yield {
          user,
          assignment: aRoleAssignment(user, {
            id: id(7, index),
            roleId: next() < 0.9 ? 'viewer' : 'support',
          }),
        }
      }
    },
  }
}

/** Puts a population into an empty store, through the port. Gives people a second. */
export async function seed(
  storage: Storage,
  { organizations, administrators, people }: Population,
): Promise<number> {
  await storage.transaction(async (tx) => {
    for (const organization of organizations) await tx.organizations.insert(organization)
    for (const user of Object.values(administrators)) {
      await tx.users.insert(user, user.organizationId)
      await tx.roleAssignments.insert(aRoleAssignment(user, { roleId: 'administrator' }))
    }
  })
  const began = performance.now()
  let count = 0
  let batch: { user: User; assignment: RoleAssignment }[] = []
  const write = async () => {
    const added = batch.map(({ user, assignment }) => ({
      user,
      boundary: user.organizationId,
      assignments: [assignment],
    }))
    await storage.transaction((tx) => tx.users.insertMany(added))
    count += batch.length
    batch = []
  }
  for (const one of people()) {
    batch.push(one)
    if (batch.length === seededAtOnce) await write()
  }
  if (batch.length > 0) await write()
  return count / ((performance.now() - began) / 1000)
}
