import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleResourceId, exampleUserId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { assignResource } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/**
 * Assigns a user to an application of their organization or of one above it (docs/features.md, row
 * 24). Assigning again changes nothing.
 */
export const assignApplication = {
  name: 'applications.assign',
  kind: 'command',
  summary: 'Assigns a user to an application of their organization or of one above it.',
  permission: 'application:assign',
  subject: 'user',
  event: 'application.assigned',
  input: z.strictObject({ userId: z.uuid(), applicationId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/applications' },
  invalidates: ['applications.list'],
  example: { userId: exampleUserId, applicationId: exampleResourceId },
} as const satisfies Operation

export const assignApplicationHandler: Handler<typeof assignApplication> = (context, input) =>
  assignResource(context, 'application', input.applicationId)
