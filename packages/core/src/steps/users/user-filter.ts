import * as z from 'zod/mini'
import { plusSeconds, type Instant } from '../../kernel/clock.js'
import { foldForSearch, searchInput } from '../../kernel/text.js'
import type { OperationContext } from '../../context.js'
import type { Policy } from '../../domain/policy.js'
import { mfaStates } from '../../domain/users/mfa-state.js'
import { statuses } from '../../domain/users/status.js'
import type { UserFilter } from '../../domain/users/user-store.js'

/** A role's id as callers give it. */
export const roleIdInput = z.string().check(
  z.maxLength(64),
  z.refine((id) => id.isWellFormed() && !id.includes('\u0000'), {
    error: 'There is no such role. Choose one from the list.',
  }),
)

/**
 * How callers narrow a list of users. The fields are joined by “and”, the values of one by “or”; an
 * empty one means any.
 *
 * - `dormant`: the last sign-in, or the creation of a user who never signed in, is at least the
 *   policy's `dormantAfterDays` ago. About sign-in alone: deactivated and deleted users are dormant
 *   too, and `status` leaves them out.
 * - `expiring`: the user's validity, or that of one of their role assignments, ends from now on and
 *   within the policy's `expiringWithinDays`. What has ended isn't expiring.
 *
 * False selects the others.
 */
export const userFilterFields = {
  search: z.optional(searchInput),
  status: z._default(z.array(z.enum(statuses)).check(z.maxLength(statuses.length)), []),
  role: z._default(z.array(roleIdInput).check(z.maxLength(50)), []),
  organization: z._default(z.array(z.uuid()).check(z.maxLength(50)), []),
  mfa: z._default(z.array(z.enum(mfaStates)).check(z.maxLength(mfaStates.length)), []),
  dormant: z.optional(z.boolean()),
  expiring: z.optional(z.boolean()),
} as const

/** A filter as a caller gave it, with its defaults. */
export type UserFilterInput = z.output<z.ZodMiniObject<typeof userFilterFields>>

/**
 * The organizations to search below: the caller's, or those asked for, all of which must be within
 * the caller's; null where one is not.
 */
export async function narrowed(
  { tx, scope }: OperationContext,
  organizationIds: readonly string[],
): Promise<readonly string[] | null> {
  if (organizationIds.length === 0) return scope
  const lineages = await tx.organizations.lineages(organizationIds)
  const inScope = organizationIds.every((id) =>
    lineages.get(id)?.some((organization) => scope.includes(organization.id)),
  )
  return inScope ? organizationIds : null
}

/**
 * The filter as stores take it, at and below these organizations: with instants in the place of the
 * policy's days.
 */
export function userFilterOf(
  { search: entered, status, role, mfa, dormant, expiring }: UserFilterInput,
  withinOrganizationIds: readonly string[],
  at: Instant,
  policy: Policy,
): UserFilter {
  const search = foldForSearch(entered ?? '')
  return {
    withinOrganizationIds,
    ...(search ? { search } : {}),
    ...(status.length > 0 ? { statuses: status } : {}),
    ...(role.length > 0 ? { roleIds: role } : {}),
    ...(mfa.length > 0 ? { mfaStates: mfa } : {}),
    ...(dormant === undefined
      ? {}
      : { dormant: { wanted: dormant, sinceAt: plusSeconds(at, -policy.dormantAfterDays * day) } }),
    ...(expiring === undefined
      ? {}
      : { expiring: { wanted: expiring, byAt: plusSeconds(at, policy.expiringWithinDays * day) } }),
  }
}

const day = 86_400
