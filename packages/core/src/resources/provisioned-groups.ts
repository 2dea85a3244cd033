import * as z from 'zod/mini'
import type { Operation } from '../kernel/operation.js'
import { err, ok } from '../kernel/result.js'
import { foldForSearch, line } from '../kernel/text.js'
import type { Handler } from '../pipeline.js'
import { externalIdSchema } from '../users/set-external-id.js'
import { displayName } from '../users/user.js'
import { viewResources } from './resource-handlers.js'
import { resourceViewSchema } from './resource.js'

/** The most groups that one look-up shows. */
export const mostGroupsLookedUp = 100

/** The most people in the groups of one look-up, all together, that it names. */
export const mostMembersShown = 5_000

const organizationId = '0198f0c0-7e00-7000-8000-000000000002'
const groupId = '0198f0c0-7e00-7000-8000-000000000008'

const lookedUpSchema = z.extend(resourceViewSchema, {
  externalId: z.nullable(z.string()),
  /**
   * Who is in it; null where that was not asked, or where there are more than
   * {@link mostMembersShown}.
   */
  members: z.nullable(z.array(z.object({ id: z.string(), displayName: z.string() }))),
})

/** A group as a provisioning system sees it. */
export type LookedUpGroup = z.infer<typeof lookedUpSchema>

/**
 * Looks groups up by exact values, all of them together, with how many there are in all and, if
 * asked, who is in them. For provisioning only.
 */
export const lookupGroups = {
  name: 'groups.lookup',
  kind: 'query',
  summary: 'Looks groups up by exact values, with how many there are in all.',
  permission: 'group:read',
  subject: 'scope',
  onlyVia: 'scim',
  input: z.strictObject({
    ids: z.optional(z.array(z.uuid()).check(z.maxLength(mostGroupsLookedUp))),
    /** Compared as group names are: whatever the case and the accents. */
    name: z.optional(line(120)),
    /** Only groups that this person is assigned to. */
    memberId: z.optional(z.uuid()),
    members: z._default(z.boolean(), false),
    offset: z._default(z.int().check(z.minimum(0), z.maximum(10_000_000)), 0),
    limit: z._default(
      z.int().check(z.minimum(0), z.maximum(mostGroupsLookedUp)),
      mostGroupsLookedUp,
    ),
  }),
  output: z.object({ items: z.array(lookedUpSchema), total: z.number() }),
  failures: [],
  example: { name: 'Sales' },
} as const satisfies Operation

/** Carries out {@link lookupGroups}. */
export const lookupGroupsHandler: Handler<typeof lookupGroups> = async (
  context,
  { ids, name, memberId, members, offset, limit },
) => {
  const { tx, scope } = context
  const held =
    memberId === undefined
      ? undefined
      : (await tx.groupMemberships.ofUsers([memberId])).map(({ key }) => key)
  const wanted = held && ids ? held.filter((id) => ids.includes(id)) : (held ?? ids)
  const { items, total } = await tx.groups.lookup({
    withinOrganizationIds: scope,
    ...(wanted ? { ids: wanted } : {}),
    ...(name === undefined ? {} : { foldedName: foldForSearch(name) }),
    offset,
    limit,
  })
  const people =
    members && items.length > 0
      ? await tx.users.lookup({
          withinOrganizationIds: scope,
          groupIds: items.map(({ id }) => id),
          sort: 'id',
          direction: 'ascending',
          offset: 0,
          limit: mostMembersShown,
        })
      : null
  const memberships =
    people && people.total <= mostMembersShown
      ? await tx.groupMemberships.ofUsers(people.items.map(({ id }) => id))
      : null
  const named = new Map(
    people?.items.map((user) => [user.id, { id: user.id, displayName: displayName(user) }]),
  )
  const views = await viewResources(context, items)
  return ok({
    items: views.map((view, index) => ({
      ...view,
      externalId: items[index]!.externalId ?? null,
      members:
        memberships
          ?.filter(({ key }) => key === view.id)
          .flatMap(({ userId }) => named.get(userId) ?? []) ?? null,
    })),
    total,
  })
}

/**
 * Renames a group, or notes by which id a provisioning system knows it; only the fields given are
 * touched. For provisioning only.
 */
export const updateGroup = {
  name: 'groups.update',
  kind: 'command',
  summary: 'Renames a group, or notes by which id a provisioning system knows it.',
  permission: 'group:manage',
  subject: 'organization',
  onlyVia: 'scim',
  event: 'group.updated',
  input: z.strictObject({
    organizationId: z.uuid(),
    groupId: z.uuid(),
    name: z.optional(line(120)),
    externalId: z.optional(z.nullable(externalIdSchema)),
  }),
  output: resourceViewSchema,
  failures: ['name_taken', 'stale_version'],
  invalidates: ['groups.search', 'groups.list'],
  example: { organizationId, groupId, name: 'Sales' },
} as const satisfies Operation

/** Carries out {@link updateGroup}. */
export const updateGroupHandler: Handler<typeof updateGroup> = async (
  context,
  { groupId: id, name, externalId },
) => {
  const { tx, lineage, record } = context
  const group = await tx.groups.find(id)
  if (group?.organizationId !== lineage.at(-1)!.id) return err({ code: 'not_found' })
  const next = {
    ...group,
    version: group.version + 1,
    name: name ?? group.name,
    externalId: externalId === undefined ? (group.externalId ?? null) : externalId,
  }
  const outcome = await tx.groups.update(next, group.version)
  if (outcome === 'exists') return err({ code: 'name_taken', details: { name: next.name } })
  if (outcome === 'stale')
    return err({
      code: 'stale_version',
      details: {
        expected: group.version,
        actual: (await tx.groups.find(id))?.version ?? group.version,
      },
    })
  const changes = (['name', 'externalId'] as const).flatMap((field) =>
    next[field] === (group[field] ?? null)
      ? []
      : [{ field, before: group[field] ?? null, after: next[field] }],
  )
  record({
    subject: { kind: 'group', id, label: next.name },
    organizationId: next.organizationId,
    changes,
  })
  return ok((await viewResources(context, [next]))[0]!)
}

/**
 * Takes a group away that nobody is in: people are taken out one by one, each judged for themself.
 * For provisioning only.
 */
export const deleteGroup = {
  name: 'groups.delete',
  kind: 'command',
  summary: 'Takes a group away that nobody is in.',
  permission: 'group:manage',
  subject: 'organization',
  onlyVia: 'scim',
  event: 'group.deleted',
  input: z.strictObject({ organizationId: z.uuid(), groupId: z.uuid() }),
  output: resourceViewSchema,
  failures: ['invalid_transition'],
  invalidates: ['groups.search', 'groups.list'],
  example: { organizationId, groupId },
} as const satisfies Operation

/** Carries out {@link deleteGroup}. */
export const deleteGroupHandler: Handler<typeof deleteGroup> = async (context, { groupId: id }) => {
  const { tx, lineage, record } = context
  const organization = lineage.at(-1)!
  const group = await tx.groups.find(id)
  if (group?.organizationId !== organization.id) return err({ code: 'not_found' })
  const { total } = await tx.users.lookup({
    withinOrganizationIds: [organization.id],
    groupIds: [id],
    sort: 'id',
    direction: 'ascending',
    offset: 0,
    limit: 0,
  })
  if (total > 0)
    return err({
      code: 'invalid_transition',
      details: { from: 'people are in it', event: 'delete' },
    })
  await tx.groups.remove(id)
  record({
    subject: { kind: 'group', id, label: group.name },
    organizationId: organization.id,
    changes: [{ field: 'name', before: group.name, after: null }],
  })
  return ok((await viewResources(context, [group]))[0]!)
}
