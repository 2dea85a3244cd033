import { groupListing } from '../../domain/roles/shared-actions.js'
import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleUserId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { resourcesOf } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/** Lists the groups that a user is assigned to. */
export const listGroups = {
  name: 'groups.list',
  ...groupListing,
  summary: 'Lists the groups that a user is assigned to.',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid() }),
  output: z.object({ items: z.array(resourceViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/groups' },
  example: { userId: exampleUserId },
} as const satisfies Operation

export const listGroupsHandler: Handler<typeof listGroups> = (context) =>
  resourcesOf(context, 'group')
