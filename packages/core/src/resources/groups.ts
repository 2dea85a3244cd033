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
const groupId = '0198f0c0-7e00-7000-8000-000000000008'

/**
 * Searches the groups that the caller may see by any part of the name, for choosing one by typing
 * (row 24).
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

/** Carries out {@link searchGroups}. */
export const searchGroupsHandler: Handler<typeof searchGroups> = (context, input) =>
  searchResources(context, 'group', input)

/** Adds a group to an organization; its name must be new there. */
export const createGroup = {
  name: 'groups.create',
  kind: 'command',
  summary: 'Adds a group to an organization; its name must be new there.',
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
  example: { organizationId: '0198f0c0-7e00-7000-8000-000000000002', name: 'Sales' },
} as const satisfies Operation

/** Carries out {@link createGroup}. */
export const createGroupHandler: Handler<typeof createGroup> = (context, input) =>
  createResource(context, 'group', input)

/** Lists the groups that a person is assigned to. */
export const listGroups = {
  name: 'groups.list',
  kind: 'query',
  summary: 'Lists the groups that a person is assigned to.',
  permission: 'group:read',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid() }),
  output: z.object({ items: z.array(resourceViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/groups' },
  example: { userId },
} as const satisfies Operation

/** Carries out {@link listGroups}. */
export const listGroupsHandler: Handler<typeof listGroups> = (context) =>
  resourcesOf(context, 'group')

/**
 * Assigns a person to a group of their organization or of one above it (row 24). Assigning again
 * changes nothing.
 */
export const assignGroup = {
  name: 'groups.assign',
  kind: 'command',
  summary: 'Assigns a person to a group of their organization or of one above it.',
  permission: 'group:assign',
  subject: 'user',
  event: 'group.assigned',
  input: z.strictObject({ userId: z.uuid(), groupId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/groups' },
  invalidates: ['groups.list'],
  example: { userId, groupId },
} as const satisfies Operation

/** Carries out {@link assignGroup}. */
export const assignGroupHandler: Handler<typeof assignGroup> = (context, input) =>
  assignResource(context, 'group', input.groupId)

/** Takes a person from a group (row 24). Unassigning again changes nothing. */
export const unassignGroup = {
  name: 'groups.unassign',
  kind: 'command',
  summary: 'Takes a person from a group.',
  permission: 'group:assign',
  subject: 'user',
  event: 'group.unassigned',
  input: z.strictObject({ userId: z.uuid(), groupId: z.uuid() }),
  output: resourceViewSchema,
  failures: [],
  http: { method: 'POST', path: '/users/{userId}/groups/{groupId}/unassign' },
  invalidates: ['groups.list'],
  example: { userId, groupId },
} as const satisfies Operation

/** Carries out {@link unassignGroup}. */
export const unassignGroupHandler: Handler<typeof unassignGroup> = (context, input) =>
  unassignResource(context, 'group', input.groupId)
