import { anonymousActor, systemActor, type Actor } from '../../kernel/actor.js'
import { err, ok, type Result } from '../../kernel/result.js'
import type { Instant } from '../../kernel/clock.js'
import type { Organization } from '../organizations/organization.js'
import type { Persona } from '../personas/persona.js'
import { grantsInForce, type Grant } from '../roles/rights.js'
import type { RoleCatalogue } from '../roles/role.js'
import type { StorageTransaction } from '../storage.js'
import { displayName, type User } from '../users/user.js'
import type { UsersWithRoles } from '../users/user-store.js'
import { accessRefusal } from '../users/access.js'

/**
 * A call of a service account that provisions users for an identity provider (docs/features.md, row
 * 36). Its role decides like any other. Three things differ, each in one place: organizations
 * managed by SSO accept it (`decide`), it owns the fields that it sets (`ownersAfter`), and only it
 * may call operations that are `onlyVia` it.
 */
export interface Provisioning {
  readonly source: 'scim'
  /**
   * The organization at and below which users are provisioned. Nothing else exists for the call,
   * however far the account's role reaches.
   */
  readonly organizationId: string
}

/**
 * Who calls, as the host says: the id of a user in the roster, null if no one is signed in, or the
 * host's own code. Only the endpoint of a provisioning protocol sets `via`.
 */
export type CallerRef = { readonly userId: string | null; readonly via?: Provisioning } | 'system'

/**
 * Who calls, with what they may do at this instant. Read again in each operation's transaction, so
 * that a removed role is gone with the next request.
 */
export type Caller =
  | {
      readonly kind: 'user'
      readonly user: User
      readonly lineage: readonly Organization[]
      readonly grants: readonly Grant[]
      readonly personas: readonly Persona[]
      readonly via?: Provisioning | undefined
    }
  | { readonly kind: 'system' }

/**
 * Says who of these users calls, and what their rights are; their personas too where the host's
 * catalog delegates anything. Refused when no one is signed in, the user is unknown, or their
 * status gives no access.
 */
export async function resolveCaller(
  tx: StorageTransaction,
  ref: CallerRef,
  people: UsersWithRoles,
  roles: RoleCatalogue,
  at: Instant,
  delegationUsed: boolean,
): Promise<Result<Caller, 'unauthenticated' | 'access_suspended'>> {
  if (ref === 'system') return ok({ kind: 'system' })
  const user = people.users.find(({ id }) => id === ref.userId)
  if (!user) return err({ code: 'unauthenticated' })
  const lineage = people.lineages.get(user.organizationId) ?? []
  const suspended = accessRefusal({ user, lineage }, at)
  if (suspended) return err(suspended)
  const assignments = people.assignments.filter(({ userId }) => userId === user.id)
  return ok({
    kind: 'user',
    user,
    lineage,
    grants: grantsInForce(assignments, roles, at),
    personas: delegationUsed ? await tx.personas.ofUsers([user.id]) : [],
    via: ref.via,
  })
}

/** What the caller provisions for; undefined for anyone who acts for themselves. */
export function provisioningOf(caller: Caller): Provisioning | undefined {
  return caller.kind === 'user' ? caller.via : undefined
}

/**
 * Whether an organization, with those above it, is out of the reach to which a provisioning call is
 * narrowed.
 */
export function outOfReach(caller: Caller, lineage: readonly Pick<Organization, 'id'>[]): boolean {
  const via = provisioningOf(caller)
  return via !== undefined && !lineage.some(({ id }) => id === via.organizationId)
}

/** The caller as the audit and the locks name them. */
export function actorOf(caller: Caller | null): Actor {
  if (caller === null) return anonymousActor
  return caller.kind === 'system'
    ? systemActor
    : { kind: 'user', id: caller.user.id, label: displayName(caller.user) }
}
