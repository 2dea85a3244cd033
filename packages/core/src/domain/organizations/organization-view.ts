import { decisionSchema } from '../../kernel/decision.js'
import { lockSchema } from '../locks/lock.js'
import * as z from 'zod/mini'

/**
 * An organization as callers see it, with its place in the tree and what the caller may do there.
 */
export const organizationViewSchema = z.object({
  id: z.string(),
  version: z.number(),
  parentId: z.nullable(z.string()),
  name: z.string(),
  /** How far below the root. */
  depth: z.number(),
  /** The host's name for that depth. */
  level: z.string(),
  ssoProvider: z.nullable(z.string()),
  ssoRoleMapping: z.record(z.string(), z.string()),
  /** The locks in force on itself; those of organizations above reach it too. */
  locks: z.array(lockSchema),
  /** The roles that the caller may give there. */
  grantableRoleIds: z.array(z.string()),
  /** What the caller may do there, by operation name. */
  can: z.record(z.string(), decisionSchema),
})

/** An organization as callers see it; `can` says what this caller may do there, and why not. */
export type OrganizationView = z.infer<typeof organizationViewSchema>
