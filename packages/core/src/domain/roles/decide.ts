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
  /** The person it is about; absent when it is about the organization. */
  readonly user?: {
    readonly id: string
    /** What the person may do anywhere, now or later. */
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
 * May this caller do this to that? The one decision behind server, screens and audit (features row
 * 28), pure.
 * - Somebody whom the caller may not see does not exist: `not_found`, the same as an id that never
 *   was (security law 4).
 * - The permission must be held at the organization or above; above it, where the organization is
 *   taken away from those who are there.
 * - A command about a person needs rights beyond theirs, wherever they have any (security row 8):
 *   equals cannot act on each other.
 * - A delegated administrator's persona stands in for permission and sight where the operation
 *   allows it (row 14), at and below its holder's own organization, because scopes are free text
 *   and a sibling may use the same (security law 4); rank holds all the same.
 * - An organization managed by single sign-on refuses creation and edits (row 12), but for what its
 *   identity provider provisions (row 36).
 * - A provisioning call sees nothing beyond the organization that it provisions for, and keeps its
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

/** Whether the caller is a delegated administrator for the person. */
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

/**
 * Remembered with the target, because a page of people asks it for each of them and every command
 * there is.
 */
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
 * What was decided for one caller, by what they may do at the person's organization and what else
 * the answers hang on.
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
 * What {@link decide} says of a person for each of these operations, in their order. The answers
 * hang on the caller's rights there, on who of the two ranks higher, on delegation, on whether the
 * person is the caller, and on the organization where a refusal names it; on nothing else of the
 * person. So a page of people is decided once for all who are alike in these, and not once a
 * person.
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
