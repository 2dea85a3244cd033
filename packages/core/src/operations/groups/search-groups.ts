import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import type { Operation } from '../../kernel/operation.js'
import { searchInput } from '../../kernel/text.js'
import { searchResources } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/**
 * Searches the groups that the caller may see by any part of the name, for choosing one by typing
 * (docs/features.md, row 24).
 */
export const searchGroups = {
  name: 'groups.search',
  kind: 'query',
  summary: 'Searches the groups that the caller may see by any part of the name.',
  permission: 'group:read',
  subject: 'scope',
  input: z.strictObject({
    search: z.optional(searchInput),
    cursor: z.optional(z.string().check(z.maxLength(2000))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 25),
  }),
  output: z.object({ items: z.array(resourceViewSchema), nextCursor: z.nullable(z.string()) }),
  failures: ['invalid_cursor'],
  http: { method: 'GET', path: '/groups' },
  example: { search: 'sales' },
} as const satisfies Operation

export const searchGroupsHandler: Handler<typeof searchGroups> = (context, input) =>
  searchResources(context, 'group', input)
