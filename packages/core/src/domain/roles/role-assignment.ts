import * as z from 'zod/mini'
import type { Instant } from '../../kernel/clock.js'

/**
 * A role given to a user at an organization: it reaches everything below, from `validFromAt`
 * until just before `validUntilAt`.
 */
export interface RoleAssignment {
  readonly id: string
  readonly userId: string
  /** The user's home organization, which begins every key of theirs. */
  readonly userOrganizationId: string
  readonly roleId: string
  /** Where the role applies, with everything below. */
  readonly organizationId: string
  readonly validFromAt: Instant | null
  readonly validUntilAt: Instant | null
}

export const roleAssignmentViewSchema = z.object({
  id: z.string(),
  roleId: z.string(),
  roleName: z.string(),
  organization: z.object({ id: z.string(), name: z.string() }),
  validFromAt: z.nullable(z.string()),
  validUntilAt: z.nullable(z.string()),
  inForce: z.boolean(),
})

/**
 * A role assignment as callers see it; `inForce` says whether its period covers the time of the
 * answer.
 */
export type RoleAssignmentView = z.infer<typeof roleAssignmentViewSchema>
