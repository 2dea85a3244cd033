import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { displayName } from '../../domain/users/user.js'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { foldForSearch, line } from '../../kernel/text.js'
import { viewResources } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/** The most groups that one look-up shows. */
export const maxGroupLookupResults = 100

/** The most users in the groups of one look-up, all together, that it names. */
export const maxMembersShown = 5_000

const lookedUpSchema = z.extend(resourceViewSchema, {
  externalId: z.nullable(z.string()),
  /**
   * Who is in it; null where that was not asked, or where there are more than
   * {@link maxMembersShown}.
   */
  members: z.nullable(z.array(z.object({ id: z.string(), displayName: z.string() }))),
})

/** A group as a provisioning system sees it. */
export type LookedUpGroup = z.infer<typeof lookedUpSchema>

/**
 * Looks groups up by exact values, all of them together, with their total and, if requested, their
 * members. For provisioning only.
 */
export const lookupGroups = {
  name: 'groups.lookup',
  kind: 'query',
  summary: 'Looks groups up by exact values, with their total.',
  permission: 'group:read',
  subject: 'scope',
  onlyVia: 'scim',
  input: z.strictObject({
    ids: z.optional(z.array(z.uuid()).check(z.maxLength(maxGroupLookupResults))),
    /** Compared as group names are: whatever the case and the accents. */
    name: z.optional(line(120)),
    /** Only groups that this user is assigned to. */
    memberId: z.optional(z.uuid()),
    members: z._default(z.boolean(), false),
    offset: z._default(z.int().check(z.minimum(0), z.maximum(10_000_000)), 0),
    limit: z._default(
      z.int().check(z.minimum(0), z.maximum(maxGroupLookupResults)),
      maxGroupLookupResults,
    ),
  }),
  output: z.object({ items: z.array(lookedUpSchema), total: z.number() }),
  failures: [],
  example: { name: 'Sales' },
} as const satisfies Operation

export const lookupGroupsHandler: Handler<typeof lookupGroups> = async (
  context,
  { ids, name, memberId, members, offset, limit },
) => {
  const { tx, scope } = context
  const groupIdsOfUser =
    memberId === undefined
      ? undefined
      : (await tx.groupMemberships.ofUsers([memberId])).map(({ key }) => key)
  const groupIds =
    groupIdsOfUser && ids
      ? groupIdsOfUser.filter((id) => ids.includes(id))
      : (groupIdsOfUser ?? ids)
  const { items, total } = await tx.groups.lookup({
    withinOrganizationIds: scope,
    ...(groupIds ? { ids: groupIds } : {}),
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
          limit: maxMembersShown,
        })
      : null
  const memberships =
    people && people.total <= maxMembersShown
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
