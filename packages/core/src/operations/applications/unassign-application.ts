import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleResourceId, exampleUserId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { unassignResource } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/**
 * Takes a user from an application (docs/features.md, row 24). Unassigning again changes nothing.
 */
export const unassignApplication = {
  name: 'applications.unassign',
  kind: 'command',
  summary: 'Removes a user from an application.',
  permission: 'application:assign',
  subject: 'user',
  event: 'application.unassigned',
  input: z.strictObject({ userId: z.uuid(), applicationId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/applications/{applicationId}/unassign' },
  invalidates: ['applications.list'],
  example: { userId: exampleUserId, applicationId: exampleResourceId },
} as const satisfies Operation

export const unassignApplicationHandler: Handler<typeof unassignApplication> = (context, input) =>
  unassignResource(context, 'application', input.applicationId)
