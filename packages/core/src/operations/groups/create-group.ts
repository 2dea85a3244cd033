import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleOrganizationId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { line, paragraph } from '../../kernel/text.js'
import { createResource } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/** Adds a group to an organization; its name must be new there. */
export const createGroup = {
  name: 'groups.create',
  kind: 'command',
  summary: 'Adds a group to an organization; its name must be unique there.',
  permission: 'group:manage',
  subject: 'organization',
  event: 'group.created',
  input: z.strictObject({
    organizationId: z.uuid(),
    name: line(120),
    description: z.optional(z.nullable(paragraph(500))),
  }),
  output: resourceViewSchema,
  failures: ['name_taken'],
  http: { method: 'POST', path: '/organizations/{organizationId}/groups', creates: true },
  invalidates: ['groups.search'],
  example: { organizationId: exampleOrganizationId, name: 'Sales' },
} as const satisfies Operation

export const createGroupHandler: Handler<typeof createGroup> = (context, input) =>
  createResource(context, 'group', input)
