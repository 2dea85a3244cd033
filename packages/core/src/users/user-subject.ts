import type { AuditRecord } from '../audit/audit-event.js'
import type { Instant } from '../kernel/clock.js'
import type { Organization } from '../organizations/organization.js'
import type { Persona } from '../personas/persona.js'
import type { Target } from '../roles/decide.js'
import { grantsNotEnded } from '../roles/rights.js'
import type { RoleAssignment } from '../roles/role-assignment.js'
import type { RoleCatalogue } from '../roles/role.js'
import type { StorageTransaction } from '../storage.js'
import { displayName, type User } from './user.js'

/** A person with all that a decision, an explanation and a view of them need. */
export interface UserSubject {
  readonly user: User
  /** From the root down to the home organization. */
  readonly lineage: readonly Organization[]
  readonly assignments: readonly RoleAssignment[]
  /** Loaded where the host's catalogue delegates anything, and for operations about personas. */
  readonly personas: readonly Persona[]
  /** The organizations where the roles apply, by id. */
  readonly organizations: ReadonlyMap<string, Organization>
  readonly target: Target
  readonly auditSubject: NonNullable<AuditRecord['subject']>
}

/** Completes people with their organizations and roles: two queries however many people. */
export async function loadUserSubjects({ tx, at, roles, withPersonas = false }: { readonly tx: StorageTransaction; readonly at: Instant; readonly roles: RoleCatalogue; readonly withPersonas?: boolean }, users: readonly User[]): Promise<UserSubject[]> {
  const assignments = await tx.roleAssignments.ofUsers(users.map((user) => user.id))
  const byUser = new Map<string, RoleAssignment[]>(users.map((user) => [user.id, []]))
  for (const assignment of assignments) byUser.get(assignment.userId)?.push(assignment)
  const organizationIds = [...users, ...assignments].map(({ organizationId }) => organizationId)
  const lineages = await tx.organizations.lineages([...new Set(organizationIds)])
  const organizations = new Map([...lineages.values()].flat().map((organization) => [organization.id, organization]))
  const pathOf = (organizationId: string) => (lineages.get(organizationId) ?? []).map(({ id }) => id)
  const personas = withPersonas ? await tx.personas.ofUsers(users.map((user) => user.id)) : []
  return users.map((user) => {
    const ownPersonas = personas.filter((persona) => persona.userId === user.id)
    const own = byUser.get(user.id) ?? []
    const lineage = lineages.get(user.organizationId) ?? []
    const target: Target = { lineage, user: { id: user.id, grants: grantsNotEnded(own, roles, at), pathOf, personas: ownPersonas } }
    return { user, lineage, assignments: own, personas: ownPersonas, organizations, target, auditSubject: { kind: 'user', id: user.id, label: displayName(user) } }
  })
}
