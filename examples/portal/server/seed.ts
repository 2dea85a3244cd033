import type { Instant, Storage } from '@rosterkit/core'
import { belongingsSource, seededCatalogues } from './seed/belongings.ts'
import { seededRoster } from './seed/people.ts'

/**
 * Fills an empty roster with the example's organizations and people, and leaves one that has any
 * alone. One transaction: a portal that is killed on the way starts with an empty roster again,
 * never with half of one.
 */
export async function seedIfEmpty(
  storage: Storage,
  at: Instant,
  progress: (line: string) => void,
): Promise<void> {
  const roots = await storage.read((tx) => tx.organizations.roots())
  if (roots.length > 0) return
  const { organizations, people } = seededRoster(at)
  progress(
    `Filling the empty roster with ${organizations.length} organizations and ${people.length.toLocaleString('en')} people …`,
  )
  await storage.transaction(async (tx) => {
    for (const organization of organizations)
      expect('inserted', await tx.organizations.insert(organization), organization.name)
    const catalogues = seededCatalogues(organizations[0]!)
    const belongingsOf = belongingsSource(at, catalogues)
    for (const kind of ['groups', 'applications'] as const)
      for (const resource of catalogues[kind])
        expect('inserted', await tx[kind].insert(resource), resource.name)
    for (const [index, { user, roles }] of people.entries()) {
      expect('inserted', await tx.users.insert(user, user.organizationId), user.userName)
      for (const role of roles)
        expect(
          'inserted',
          await tx.roleAssignments.insert(role),
          `${role.roleId} of ${user.userName}`,
        )
      const belongings = belongingsOf(user)
      for (const record of belongings.authenticators) await tx.authenticators.insert(record)
      for (const record of belongings.sessions) await tx.sessions.insert(record)
      for (const record of belongings.personas) await tx.personas.insert(record)
      for (const record of belongings.groupMemberships) await tx.groupMemberships.insert(record)
      for (const record of belongings.applicationAssignments)
        await tx.applicationAssignments.insert(record)
      if ((index + 1) % 500 === 0)
        progress(`  ${(index + 1).toLocaleString('en')} of ${people.length.toLocaleString('en')}`)
    }
  })
}

function expect(wanted: string, outcome: string, what: string): void {
  if (outcome !== wanted) throw new Error(`Seeding ${what}: ${outcome} instead of ${wanted}.`)
}
