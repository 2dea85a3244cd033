import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleOrganizationId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { line, paragraph } from '../../kernel/text.js'
import { createResource } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/** Adds an application to an organization; its name must be new there. */
export const createApplication = {
  name: 'applications.create',
  kind: 'command',
  summary: 'Adds an application to an organization; its name must be unique there.',
  permission: 'application:manage',
  subject: 'organization',
  event: 'application.created',
  input: z.strictObject({
    organizationId: z.uuid(),
    name: line(120),
    description: z.optional(z.nullable(paragraph(500))),
  }),
  output: resourceViewSchema,
  failures: ['name_taken'],
  http: { method: 'POST', path: '/organizations/{organizationId}/applications', creates: true },
  invalidates: ['applications.search'],
  example: { organizationId: exampleOrganizationId, name: 'Sales' },
} as const satisfies Operation

export const createApplicationHandler: Handler<typeof createApplication> = (context, input) =>
  createResource(context, 'application', input)
