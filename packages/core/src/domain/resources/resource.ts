import * as z from 'zod/mini'
import type { CatalogueItem } from '../stores/catalogue-store.js'
import type { OwnedRecord } from '../stores/owned-record-store.js'

/**
 * A group or an application of an organization, to which users at and below it may be assigned
 * (docs/features.md, row 24).
 */
export interface Resource extends CatalogueItem {
  readonly description: string | null
  /** By which id a provisioning system knows a group: a label, never looked up by. */
  readonly externalId?: string | null
}

/** That a user is assigned to a group or an application; `key` is its id. */
export interface ResourceAssignment extends OwnedRecord {
  readonly assignedAt: string
}

export const resourceViewSchema = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  description: z.nullable(z.string()),
  organization: z.object({ id: z.string(), name: z.string() }),
})

/** A group or an application as callers see it. */
export type ResourceView = z.infer<typeof resourceViewSchema>
