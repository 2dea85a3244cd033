import { anonymousActor, systemActor, type Actor } from '../kernel/actor.js'
import { err, ok, type Result } from '../kernel/result.js'
import type { Instant } from '../kernel/clock.js'
import type { Organization } from '../organizations/organization.js'
import type { Persona } from '../personas/persona.js'
import { grantsInForce, type Grant } from '../roles/rights.js'
import type { RoleCatalogue } from '../roles/role.js'
import type { StorageTransaction } from '../storage.js'
import { displayName, type User } from '../users/user.js'
import type { UsersWithRoles } from '../users/user-store.js'
import { accessRefusal } from '../users/access.js'

/** Who calls, as the host says: the id of a person in the roster, null when nobody is signed in, or the host's own code. */
export type CallerRef = { readonly userId: string | null } | 'system'

/** Who calls, with what they may do at this instant. Read afresh in each operation's transaction, so that a role taken away is gone with the next request. */
export type Caller = { readonly kind: 'user'; readonly user: User; readonly lineage: readonly Organization[]; readonly grants: readonly Grant[]; readonly personas: readonly Persona[] } | { readonly kind: 'system' }

/** Says who of these people calls, and what their rights are; their personas too where the host's catalogue delegates anything. Refused when nobody is signed in, the person is unknown, or their status gives no access. */
export async function resolveCaller(tx: StorageTransaction, ref: CallerRef, people: UsersWithRoles, roles: RoleCatalogue, at: Instant, delegationUsed: boolean): Promise<Result<Caller, 'unauthenticated' | 'access_suspended'>> {
  if (ref === 'system') return ok({ kind: 'system' })
  const user = people.users.find(({ id }) => id === ref.userId)
  if (!user) return err({ code: 'unauthenticated' })
  const lineage = people.lineages.get(user.organizationId) ?? []
  const suspended = accessRefusal({ user, lineage }, at)
  if (suspended) return err(suspended)
  const assignments = people.assignments.filter(({ userId }) => userId === user.id)
  return ok({ kind: 'user', user, lineage, grants: grantsInForce(assignments, roles, at), personas: delegationUsed ? await tx.personas.ofUsers([user.id]) : [] })
}

/** The caller as the audit and the locks name them. */
export function actorOf(caller: Caller | null): Actor {
  if (caller === null) return anonymousActor
  return caller.kind === 'system' ? systemActor : { kind: 'user', id: caller.user.id, label: displayName(caller.user) }
}
