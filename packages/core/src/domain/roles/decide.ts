import { allowed, denied, type Decision } from '../../kernel/decision.js'
import type { Operation } from '../../kernel/operation.js'
import type { Permission } from '../../kernel/permission.js'
import { outOfReach, provisioningOf, type Caller } from '../callers/caller.js'
import type { Instant } from '../../kernel/clock.js'
import { delegates } from '../personas/delegation.js'
import type { Persona, PersonaCatalogue } from '../personas/persona.js'
import type { Organization } from '../organizations/organization.js'
import type { Role } from './role.js'
import { rankOver, rightsAt, type Grant, type Rank } from './rights.js'

/** What an operation is about, as the decision needs it. */
export interface Target {
  /** From the root down to the organization that the subject belongs to. */
  readonly lineage: readonly Organization[]
  /** The user it is about; absent when it is about the organization. */
  readonly user?: {
    readonly id: string
    /** What the user may do anywhere, now or later. */
    readonly grants: readonly Grant[]
    /** The ids from the root down to each organization where they may. */
    readonly pathOf: (organizationId: string) => readonly string[]
    readonly personas: readonly Persona[]
  }
}

/** What the decision needs to know of an operation. */
export type Action = Pick<
  Operation,
  'kind' | 'permission' | 'self' | 'heldAbove' | 'delegable' | 'refusedUnderSso'
>

/**
 * May this caller do this to that? The one decision behind server, screens and audit
 * (docs/features.md, row 28), pure.
 * - A user whom the caller may not see doesn't exist: `not_found`, the same as an unknown id.
 * - The caller must hold the permission at the organization or above it; only above it, if the
 *   action takes the organization away from those who are there.
 * - A command about a user needs rights beyond theirs, wherever they have any (docs/security.md,
 *   row 8): equals can't act on each other.
 * - A delegated administrator's persona replaces permission and sight where the operation allows it
 *   (docs/features.md, row 14), at and below its holder's own organization, because scopes are free
 *   text and a sibling may use the same ones. Rank still applies.
 * - An organization managed by SSO refuses creation and edits (docs/features.md, row 12), except
 *   what its identity provider provisions (docs/features.md, row 36).
 * - A provisioning call sees nothing outside the organization that it provisions for, and keeps its
 *   account's rank.
 */
export function decide(
  caller: Caller,
  action: Action,
  target: Target,
  delegation?: DelegationRules,
): Decision {
  if (caller.kind === 'system') return allowed
  const reach = decideReach(caller, action, target, delegation)
  if (!reach.allowed || action.kind === 'query') return reach
  const rank = decideRank(caller, action, target)
  return rank.allowed ? decideSso(caller, action, target.lineage) : rank
}

/** May this caller do this at that organization? {@link decide} for what is about no user. */
export function decideAt(
  caller: Caller,
  action: Action & { readonly refusedUnderSso?: never },
  lineage: readonly Organization[],
): Decision<'not_found' | 'not_permitted'>
export function decideAt(
  caller: Caller,
  action: Action,
  lineage: readonly Organization[],
): Decision<'not_found' | 'not_permitted' | 'managed_by_sso'>
export function decideAt(
  caller: Caller,
  action: Action,
  lineage: readonly Organization[],
): Decision<'not_found' | 'not_permitted' | 'managed_by_sso'> {
  if (caller.kind === 'system') return allowed
  const reach = decideReach(caller, action, { lineage })
  return reach.allowed && action.kind === 'command' ? decideSso(caller, action, lineage) : reach
}

/** Whether the caller sees the subject and holds the permission there. */
function decideReach(
  caller: UserCaller,
  action: Action,
  target: Target,
  delegation?: DelegationRules,
): Decision<'not_found' | 'not_permitted'> {
  const { lineage, user } = target
  const { permission } = action
  const organization = lineage.at(-1)
  if (!organization || outOfReach(caller, lineage)) return denied({ code: 'not_found' })
  if (action.delegable === true && isDelegate(caller, target, delegation)) return allowed
  const { rights } = standingOf(caller, target)
  if (!rights.has(user ? 'user:read' : 'organization:read')) return denied({ code: 'not_found' })
  if (permission === null) return allowed
  if (!rights.has(permission))
    return denied({
      code: 'not_permitted',
      details: { permission, organization: organization.name },
    })
  const above = lineage.slice(0, -1).map(({ id }) => id)
  const parent = lineage.at(-2)
  return action.heldAbove && parent && !rightsAt(caller.grants, above).has(permission)
    ? denied({ code: 'not_permitted', details: { permission, organization: parent.name } })
    : allowed
}

/** Whether the caller outranks the user, or it is no action that one may do to oneself. */
function decideRank(
  caller: UserCaller,
  action: Action,
  target: Target,
): Decision<'own_account' | 'outranked' | 'same_rank'> {
  const { lineage, user } = target
  const organization = lineage.at(-1)
  if (!user) {
    const own = caller.lineage.some(({ id }) => id === organization?.id)
    return action.self === 'refused' && (organization?.parentId === null || own)
      ? denied({ code: 'own_account' })
      : allowed
  }
  if (user.id === caller.user.id)
    return action.self === 'refused' ? denied({ code: 'own_account' }) : allowed
  const rank = standingOf(caller, target).rank()
  if (rank === 'below') return denied({ code: 'outranked' })
  if (rank === 'same') return denied({ code: 'same_rank' })
  return allowed
}

/** Whether the organization's identity provider decides instead. */
function decideSso(
  caller: UserCaller,
  action: Action,
  lineage: readonly Organization[],
): Decision<'managed_by_sso'> {
  const organization = lineage.at(-1)
  const provider = organization?.ssoProvider ?? null
  return action.refusedUnderSso &&
    organization &&
    provider !== null &&
    provisioningOf(caller) === undefined
    ? denied({ code: 'managed_by_sso', details: { organization: organization.name, provider } })
    : allowed
}

type UserCaller = Caller & { readonly kind: 'user' }

type DelegationRules = { readonly personaTypes: PersonaCatalogue; readonly at: Instant } | undefined

/** Whether the caller is a delegated administrator for the user. */
function isDelegate(
  caller: UserCaller,
  { lineage, user }: Target,
  delegation: DelegationRules,
): boolean {
  if (user === undefined || delegation === undefined || caller.personas.length === 0) return false
  const path = lineage.map(({ id }) => id)
  return (
    path.includes(caller.user.organizationId) &&
    delegates(caller.personas, user.personas, null, delegation.personaTypes, delegation.at)
  )
}

/** What a decision needs to know of a caller before a target, whatever the operation. */
interface Standing {
  readonly caller: Caller
  /** What the caller may do at the target's organization. */
  readonly rights: ReadonlySet<Permission>
  readonly rank: () => Rank
}

const standings = new WeakMap<Target, Standing>()

/** Remembered with the target, because a page of users needs it for each user and every command. */
function standingOf(caller: UserCaller, target: Target): Standing {
  const known = standings.get(target)
  if (known?.caller === caller) return known
  let rank: Rank | undefined
  const standing: Standing = {
    caller,
    rights: rightsAt(
      caller.grants,
      target.lineage.map(({ id }) => id),
    ),
    rank: () =>
      (rank ??= rankOver(
        caller.grants,
        target.user?.grants ?? [],
        target.user?.pathOf ?? (() => []),
      )),
  }
  standings.set(target, standing)
  return standing
}

/**
 * The decisions for one caller, by what they may do at the user's organization and whatever else
 * the answers depend on.
 */
interface Decided {
  readonly operations: readonly Operation[]
  readonly byRights: Map<
    ReadonlySet<Permission>,
    { readonly all: boolean; readonly byCase: Map<string, readonly Decision[]> }
  >
}

const decided = new WeakMap<Caller, Decided>()
const everything = new WeakMap<readonly Operation[], readonly Decision[]>()

/**
 * What {@link decide} answers about a user for each of these operations, in their order. The
 * answers depend on the caller's rights there, on rank, on delegation, on whether the user is the
 * caller, and on the organization if a refusal names it; on nothing else about the user. So a page
 * of users is decided once per group of users who are alike in these, not once per user.
 */
export function decideEach(
  caller: Caller,
  operations: readonly Operation[],
  target: Target,
  delegation: DelegationRules,
): readonly Decision[] {
  if (caller.kind === 'system')
    return remembered(everything, operations, () => operations.map(() => allowed))
  const known = decided.get(caller)
  const ofCaller: Decided =
    known?.operations === operations ? known : { operations, byRights: new Map() }
  if (ofCaller !== known) decided.set(caller, ofCaller)
  const { rights, rank } = standingOf(caller, target)
  const { all, byCase } = remembered(ofCaller.byRights, rights, () => ({
    all:
      rights.has('user:read') &&
      operations.every(({ permission }) => permission === null || rights.has(permission)),
    byCase: new Map<string, readonly Decision[]>(),
  }))
  const organization = target.lineage.at(-1)
  const named =
    all && organization?.ssoProvider === null
      ? ''
      : JSON.stringify([organization?.id, organization?.name, organization?.ssoProvider])
  const key = `${target.user?.id === caller.user.id} ${rank()} ${isDelegate(caller, target, delegation)} ${outOfReach(caller, target.lineage)} ${named}`
  return remembered(byCase, key, () =>
    operations.map((operation) => decide(caller, operation, target, delegation)),
  )
}

function remembered<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

/**
 * May this caller give this role at that organization? Only when every right of the role is their
 * own there.
 */
export function decideGrant(
  caller: Caller,
  role: Role,
  lineage: readonly Organization[],
): Decision<'not_found' | 'not_permitted' | 'grant_exceeds_rights'> {
  if (caller.kind === 'system') return allowed
  const organization = lineage.at(-1)
  const rights = rightsAt(
    caller.grants,
    lineage.map(({ id }) => id),
  )
  if (!organization || outOfReach(caller, lineage) || !rights.has('organization:read'))
    return denied({ code: 'not_found' })
  if (!rights.has('role:assign'))
    return denied({
      code: 'not_permitted',
      details: { permission: 'role:assign', organization: organization.name },
    })
  if (role.permissions.some((permission) => !rights.has(permission)))
    return denied({
      code: 'grant_exceeds_rights',
      details: { role: role.name, organization: organization.name },
    })
  return allowed
}
