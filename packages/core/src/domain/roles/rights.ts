import type { Instant } from '../../kernel/clock.js'
import { covers } from '../../kernel/period.js'
import { readsOnly, type Permission } from '../../kernel/permission.js'
import type { RoleAssignment } from './role-assignment.js'
import type { Role, RoleCatalogue } from './role.js'

/** What a user may do at one organization and below it, by one role. */
export interface Grant {
  readonly organizationId: string
  readonly roleId: string
  readonly permissions: ReadonlySet<Permission>
}

/**
 * The grants that assignments give at an instant. A role that the host has since removed from the
 * catalog gives nothing.
 */
export function grantsInForce(
  assignments: readonly RoleAssignment[],
  roles: RoleCatalogue,
  at: Instant,
): Grant[] {
  return grantsOf(
    assignments.filter((assignment) => covers(assignment.validFromAt, assignment.validUntilAt, at)),
    roles,
  )
}

/**
 * The grants that assignments make now or will make later: what a caller must outrank to act on
 * their holder.
 */
export function grantsNotEnded(
  assignments: readonly RoleAssignment[],
  roles: RoleCatalogue,
  at: Instant,
): Grant[] {
  return grantsOf(
    assignments.filter(
      (assignment) => assignment.validUntilAt === null || at < assignment.validUntilAt,
    ),
    roles,
  )
}

function grantsOf(assignments: readonly RoleAssignment[], roles: RoleCatalogue): Grant[] {
  return assignments.map((assignment) => ({
    organizationId: assignment.organizationId,
    roleId: assignment.roleId,
    permissions: permissionsOf(roles.get(assignment.roleId)),
  }))
}

const permissionSets = new WeakMap<Role, ReadonlySet<Permission>>()
const noPermissions: ReadonlySet<Permission> = new Set()

function permissionsOf(role: Role | undefined): ReadonlySet<Permission> {
  if (role === undefined) return noPermissions
  let permissions = permissionSets.get(role)
  if (!permissions) permissionSets.set(role, (permissions = new Set(role.permissions)))
  return permissions
}

const rightsByPath = new WeakMap<readonly Grant[], Map<string, ReadonlySet<Permission>>>()

/**
 * Everything the grants allow at an organization, given the ids from the root down to it.
 * Remembered with the grants, because a page of users asks it hundreds of times for the same few
 * organizations.
 */
export function rightsAt(
  grants: readonly Grant[],
  path: readonly string[],
): ReadonlySet<Permission> {
  let known = rightsByPath.get(grants)
  if (!known) rightsByPath.set(grants, (known = new Map()))
  const applicable = grants.filter((grant) => path.includes(grant.organizationId))
  // One set for all paths where the same grants apply.
  const key =
    grants.length === applicable.length
      ? 'all'
      : applicable.map((grant) => grants.indexOf(grant)).join()
  let rights = known.get(key)
  if (!rights)
    known.set(key, (rights = new Set(applicable.flatMap((grant) => [...grant.permissions]))))
  return rights
}

/**
 * The topmost organizations at which the grants allow the permission; everything at and below them
 * is in reach.
 */
export function organizationsWith(grants: readonly Grant[], permission: Permission): string[] {
  return [
    ...new Set(
      grants
        .filter((grant) => grant.permissions.has(permission))
        .map((grant) => grant.organizationId),
    ),
  ]
}

/**
 * How a caller's rights compare with those of another user: beyond them, the same, or lacking some.
 */
export type Rank = 'above' | 'same' | 'below'

/** What was compared last for two lists of grants: a page of users holds the same few. */
const ranks = new WeakMap<
  readonly Grant[],
  WeakMap<readonly Grant[], { readonly pathOf: unknown; readonly rank: Rank }>
>()

/**
 * Compares a caller with the holder of grants, at each organization where those apply. Above: holds
 * everything they hold there, and more, or holds it from further up. Rights that only read never
 * make two users equals, so a viewer is no one's peer.
 * @param pathOf The ids from the root down to an organization.
 */
export function rankOver(
  caller: readonly Grant[],
  holder: readonly Grant[],
  pathOf: (organizationId: string) => readonly string[],
): Rank {
  let ofCaller = ranks.get(caller)
  if (!ofCaller) ranks.set(caller, (ofCaller = new WeakMap()))
  const known = ofCaller.get(holder)
  if (known?.pathOf === pathOf) return known.rank
  const rank = compared(caller, holder, pathOf)
  ofCaller.set(holder, { pathOf, rank })
  return rank
}

function compared(
  caller: readonly Grant[],
  holder: readonly Grant[],
  pathOf: (organizationId: string) => readonly string[],
): Rank {
  let rank: Rank = 'above'
  for (const organizationId of new Set(holder.map((grant) => grant.organizationId))) {
    const path = pathOf(organizationId)
    const holderRights = rightsAt(holder, path)
    const own = rightsAt(caller, path)
    if ([...holderRights].some((permission) => !own.has(permission))) return 'below'
    if ([...holderRights].every(readsOnly)) continue
    const fromAbove = rightsAt(caller, path.slice(0, -1))
    const greater =
      own.size > holderRights.size ||
      [...holderRights].every((permission) => fromAbove.has(permission))
    if (!greater) rank = 'same'
  }
  return rank
}
