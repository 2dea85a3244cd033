import * as z from 'zod/mini'
import { line } from '../../kernel/text.js'
import type { Lock } from '../locks/lock.js'

/**
 * An organization: a node of the tree to which users belong. The host names the levels (platform,
 * distributor, partner, tenant, …).
 */
export interface Organization {
  readonly id: string
  /** Grows by one with every change. */
  readonly version: number
  /** Null at the root of the tree. */
  readonly parentId: string | null
  readonly name: string
  /** How far below the root: 0 for the root itself. */
  readonly depth: number
  /**
   * The identity provider that manages its users, or null when they are managed here (features row
   * 12).
   */
  readonly ssoProvider: string | null
  /** Which role each of the provider's group names gives; used only while there is a provider. */
  readonly ssoRoleMapping: Readonly<Record<string, string>>
  readonly locks: readonly Lock[]
}

export const organizationName = line(120)

export const organizationRefSchema = z.object({ id: z.string(), name: z.string() })
