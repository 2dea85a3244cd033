import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleUserId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { resourcesOf } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/** Lists the applications that a user is assigned to. */
export const listApplications = {
  name: 'applications.list',
  kind: 'query',
  summary: 'Lists the applications that a user is assigned to.',
  permission: 'application:read',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid() }),
  output: z.object({ items: z.array(resourceViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/applications' },
  example: { userId: exampleUserId },
} as const satisfies Operation

export const listApplicationsHandler: Handler<typeof listApplications> = (context) =>
  resourcesOf(context, 'application')
