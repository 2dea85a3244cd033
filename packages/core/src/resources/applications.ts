import * as z from 'zod/mini'
import type { Operation } from '../kernel/operation.js'
import { line, paragraph, searchInput } from '../kernel/text.js'
import type { Handler } from '../pipeline.js'
import {
  assignResource,
  createResource,
  resourcesOf,
  searchResources,
  unassignResource,
} from './resource-handlers.js'
import { resourceViewSchema } from './resource.js'

const userId = '0198f0c0-7e00-7000-8000-000000000001'
const applicationId = '0198f0c0-7e00-7000-8000-000000000008'

/**
 * Searches the applications that the caller may see by any part of the name, for choosing one by
 * typing (row 24).
 */
export const searchApplications = {
  name: 'applications.search',
  kind: 'query',
  summary: 'Searches the applications that the caller may see by any part of the name.',
  permission: 'application:read',
  subject: 'scope',
  input: z.strictObject({
    search: z.optional(searchInput),
    cursor: z.optional(z.string().check(z.maxLength(2000))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 25),
  }),
  output: z.object({ items: z.array(resourceViewSchema), nextCursor: z.nullable(z.string()) }),
  failures: ['invalid_cursor'],
  http: { method: 'GET', path: '/applications' },
  example: { search: 'sales' },
} as const satisfies Operation

/** Carries out {@link searchApplications}. */
export const searchApplicationsHandler: Handler<typeof searchApplications> = (context, input) =>
  searchResources(context, 'application', input)

/** Adds an application to an organization; its name must be new there. */
export const createApplication = {
  name: 'applications.create',
  kind: 'command',
  summary: 'Adds an application to an organization; its name must be new there.',
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
  example: { organizationId: '0198f0c0-7e00-7000-8000-000000000002', name: 'Sales' },
} as const satisfies Operation

/** Carries out {@link createApplication}. */
export const createApplicationHandler: Handler<typeof createApplication> = (context, input) =>
  createResource(context, 'application', input)

/** Lists the applications that a person is assigned to. */
export const listApplications = {
  name: 'applications.list',
  kind: 'query',
  summary: 'Lists the applications that a person is assigned to.',
  permission: 'application:read',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid() }),
  output: z.object({ items: z.array(resourceViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/applications' },
  example: { userId },
} as const satisfies Operation

/** Carries out {@link listApplications}. */
export const listApplicationsHandler: Handler<typeof listApplications> = (context) =>
  resourcesOf(context, 'application')

/**
 * Assigns a person to an application of their organization or of one above it (row 24). Assigning
 * again changes nothing.
 */
export const assignApplication = {
  name: 'applications.assign',
  kind: 'command',
  summary: 'Assigns a person to an application of their organization or of one above it.',
  permission: 'application:assign',
  subject: 'user',
  event: 'application.assigned',
  input: z.strictObject({ userId: z.uuid(), applicationId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/applications' },
  invalidates: ['applications.list'],
  example: { userId, applicationId },
} as const satisfies Operation

/** Carries out {@link assignApplication}. */
export const assignApplicationHandler: Handler<typeof assignApplication> = (context, input) =>
  assignResource(context, 'application', input.applicationId)

/** Takes a person from an application (row 24). Unassigning again changes nothing. */
export const unassignApplication = {
  name: 'applications.unassign',
  kind: 'command',
  summary: 'Takes a person from an application.',
  permission: 'application:assign',
  subject: 'user',
  event: 'application.unassigned',
  input: z.strictObject({ userId: z.uuid(), applicationId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/applications/{applicationId}/unassign' },
  invalidates: ['applications.list'],
  example: { userId, applicationId },
} as const satisfies Operation

/** Carries out {@link unassignApplication}. */
export const unassignApplicationHandler: Handler<typeof unassignApplication> = (context, input) =>
  unassignResource(context, 'application', input.applicationId)
