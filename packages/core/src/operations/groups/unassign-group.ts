import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleResourceId, exampleUserId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { unassignResource } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/** Takes a user from a group (docs/features.md, row 24). Unassigning again changes nothing. */
export const unassignGroup = {
  name: 'groups.unassign',
  kind: 'command',
  summary: 'Removes a user from a group.',
  permission: 'group:assign',
  subject: 'user',
  event: 'group.unassigned',
  input: z.strictObject({ userId: z.uuid(), groupId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/groups/{groupId}/unassign' },
  invalidates: ['groups.list'],
  example: { userId: exampleUserId, groupId: exampleResourceId },
} as const satisfies Operation

export const unassignGroupHandler: Handler<typeof unassignGroup> = (context, input) =>
  unassignResource(context, 'group', input.groupId)
