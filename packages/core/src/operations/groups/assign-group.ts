import { groupAssignment } from '../../domain/roles/shared-actions.js'
import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleResourceId, exampleUserId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { assignResource } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/**
 * Assigns a user to a group of their organization or of one above it (docs/features.md, row 24).
 * Assigning again changes nothing.
 */
export const assignGroup = {
  name: 'groups.assign',
  ...groupAssignment,
  summary: 'Assigns a user to a group of their organization or of one above it.',
  subject: 'user',
  event: 'group.assigned',
  input: z.strictObject({ userId: z.uuid(), groupId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/groups' },
  invalidates: ['groups.list'],
  example: { userId: exampleUserId, groupId: exampleResourceId },
} as const satisfies Operation

export const assignGroupHandler: Handler<typeof assignGroup> = (context, input) =>
  assignResource(context, 'group', input.groupId)
