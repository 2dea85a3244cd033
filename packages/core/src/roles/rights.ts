import type { Instant } from '../kernel/clock.js'
import { covers } from '../kernel/period.js'
import { readsOnly, type Permission } from '../kernel/permission.js'
import type { RoleAssignment } from './role-assignment.js'
import type { RoleCatalogue } from './role.js'

/** What a person may do at one organization and below it, by one role. */
export interface Grant {
  readonly organizationId: string
  readonly roleId: string
  readonly permissions: ReadonlySet<Permission>
}

/** The grants that assignments give at an instant. A role that the host has since removed from the catalogue gives nothing. */
export function grantsInForce(assignments: readonly RoleAssignment[], roles: RoleCatalogue, at: Instant): Grant[] {
  return grantsOf(assignments.filter((assignment) => covers(assignment.validFromAt, assignment.validUntilAt, at)), roles)
}

/** The grants that assignments give now or will give later: what somebody must outrank to act on their holder. */
export function grantsNotEnded(assignments: readonly RoleAssignment[], roles: RoleCatalogue, at: Instant): Grant[] {
  return grantsOf(assignments.filter((assignment) => assignment.validUntilAt === null || at < assignment.validUntilAt), roles)
}

function grantsOf(assignments: readonly RoleAssignment[], roles: RoleCatalogue): Grant[] {
  return assignments.map((assignment) => ({ organizationId: assignment.organizationId, roleId: assignment.roleId, permissions: new Set(roles.get(assignment.roleId)?.permissions) }))
}

const rightsByPath = new WeakMap<readonly Grant[], Map<string, ReadonlySet<Permission>>>()

/**
 * Everything the grants allow at an organization, given the ids from the root down to it. Remembered with the grants, because a page of
 * people asks it hundreds of times for the same few organizations.
 */
export function rightsAt(grants: readonly Grant[], path: readonly string[]): ReadonlySet<Permission> {
  let known = rightsByPath.get(grants)
  if (!known) rightsByPath.set(grants, (known = new Map()))
  const key = path.join('/')
  let rights = known.get(key)
  if (!rights) known.set(key, (rights = new Set(grants.filter((grant) => path.includes(grant.organizationId)).flatMap((grant) => [...grant.permissions]))))
  return rights
}

/** The topmost organizations at which the grants allow the permission; everything at and below them is in reach. */
export function organizationsWith(grants: readonly Grant[], permission: Permission): string[] {
  return [...new Set(grants.filter((grant) => grant.permissions.has(permission)).map((grant) => grant.organizationId))]
}

/** How a caller's rights stand to those of another: beyond them, the same, or lacking some. */
export type Rank = 'above' | 'same' | 'below'

/**
 * Compares a caller with the holder of grants, at each organization where those apply (law 2 of the security rows).
 * Above: holds everything they hold there, and more, or holds it from further up. Rights that only read never make two people
 * the same in rank, so a viewer is not a peer of anybody.
 * @param pathOf The ids from the root down to an organization.
 */
export function rankOver(caller: readonly Grant[], holder: readonly Grant[], pathOf: (organizationId: string) => readonly string[]): Rank {
  let rank: Rank = 'above'
  for (const organizationId of new Set(holder.map((grant) => grant.organizationId))) {
    const path = pathOf(organizationId)
    const held = rightsAt(holder, path)
    const own = rightsAt(caller, path)
    if ([...held].some((permission) => !own.has(permission))) return 'below'
    if ([...held].every(readsOnly)) continue
    const fromAbove = rightsAt(caller, path.slice(0, -1))
    const greater = own.size > held.size || [...held].every((permission) => fromAbove.has(permission))
    if (!greater) rank = 'same'
  }
  return rank
}
