import type { AuditRecord } from '../audit/audit-event.js'
import type { Instant } from '../../kernel/clock.js'
import type { Organization } from '../organizations/organization.js'
import type { Persona } from '../personas/persona.js'
import type { Target } from '../roles/decide.js'
import { grantsNotEnded, type Grant } from '../roles/rights.js'
import type { RoleAssignment } from '../roles/role-assignment.js'
import type { RoleCatalogue } from '../roles/role.js'
import type { StorageTransaction } from '../storage.js'
import { displayName, type User } from './user.js'
import type { RolesOfUsers } from './user-store.js'

/** A user with everything that a decision, an explanation and a view of them need. */
export interface UserSubject {
  readonly user: User
  /** From the root down to the home organization. */
  readonly lineage: readonly Organization[]
  readonly assignments: readonly RoleAssignment[]
  /** Loaded where the host's catalog delegates anything, and for operations about personas. */
  readonly personas: readonly Persona[]
  /** The organizations where the roles apply, by id. */
  readonly organizations: ReadonlyMap<string, Organization>
  readonly target: Target
  readonly auditSubject: NonNullable<AuditRecord['subject']>
}

/**
 * Completes users with their organizations and roles: the same number of queries however many
 * users.
 * @param known Their roles, where they have been read with the users.
 */
export async function loadUserSubjects(
  {
    tx,
    at,
    roles,
    withPersonas = false,
  }: {
    readonly tx: StorageTransaction
    readonly at: Instant
    readonly roles: RoleCatalogue
    readonly withPersonas?: boolean
  },
  users: readonly User[],
  known?: RolesOfUsers,
): Promise<UserSubject[]> {
  const { assignments, lineages } = known ?? (await tx.users.rolesOf(users))
  const byUser = new Map<string, RoleAssignment[]>(users.map((user) => [user.id, []]))
  for (const assignment of assignments) byUser.get(assignment.userId)?.push(assignment)
  const organizations = new Map(
    [...lineages.values()].flat().map((organization) => [organization.id, organization]),
  )
  const paths = new Map(
    [...lineages].map(([id, lineage]) => [id, lineage.map((organization) => organization.id)]),
  )
  const pathOf = (organizationId: string) => paths.get(organizationId) ?? []
  // One list of grants for all who hold the same: decisions about a page are remembered by it.
  const sharedGrants = new Map<string, readonly Grant[]>()
  const grantsOf = (own: readonly RoleAssignment[]) => {
    const key = JSON.stringify(
      own.map(({ roleId, organizationId, validUntilAt }) => [roleId, organizationId, validUntilAt]),
    )
    const grants = sharedGrants.get(key) ?? grantsNotEnded(own, roles, at)
    sharedGrants.set(key, grants)
    return grants
  }
  const personas = withPersonas ? await tx.personas.ofUsers(users.map((user) => user.id)) : []
  return users.map((user) => {
    const ownPersonas = personas.filter((persona) => persona.userId === user.id)
    const own = byUser.get(user.id) ?? []
    const lineage = lineages.get(user.organizationId) ?? []
    const target: Target = {
      lineage,
      user: { id: user.id, grants: grantsOf(own), pathOf, personas: ownPersonas },
    }
    return {
      user,
      lineage,
      assignments: own,
      personas: ownPersonas,
      organizations,
      target,
      auditSubject: { kind: 'user', id: user.id, label: displayName(user) },
    }
  })
}
