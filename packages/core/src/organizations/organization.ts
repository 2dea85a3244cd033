import * as z from 'zod/mini'
import { line } from '../kernel/text.js'
import type { Lock } from '../locks/lock.js'

/** An organization: a node of the tree to which people belong. The host names the levels (platform, distributor, partner, tenant, …). */
export interface Organization {
  readonly id: string
  /** Null at the root of the tree. */
  readonly parentId: string | null
  readonly name: string
  /** How far below the root: 0 for the root itself. */
  readonly depth: number
  /** The identity provider that manages its people, or null when they are managed here (features row 12). */
  readonly ssoProvider: string | null
  readonly locks: readonly Lock[]
}

export const organizationName = line(120)

export const organizationRefSchema = z.object({ id: z.string(), name: z.string() })

/** An organization as callers see it, with its place in the tree. */
export const organizationViewSchema = z.object({
  id: z.string(),
  parentId: z.nullable(z.string()),
  name: z.string(),
  depth: z.number(),
  level: z.string(),
  ssoProvider: z.nullable(z.string()),
})

/** An organization as callers see it; `level` is the host's name for its depth. */
export type OrganizationView = z.infer<typeof organizationViewSchema>
