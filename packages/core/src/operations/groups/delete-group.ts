import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { exampleOrganizationId, exampleResourceId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { viewResources } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/**
 * Takes a group away that no one is in: users are taken out one by one, each judged for themself.
 * For provisioning only.
 */
export const deleteGroup = {
  name: 'groups.delete',
  kind: 'command',
  summary: 'Deletes a group without members.',
  permission: 'group:manage',
  subject: 'organization',
  onlyVia: 'scim',
  event: 'group.deleted',
  input: z.strictObject({ organizationId: z.uuid(), groupId: z.uuid() }),
  output: resourceViewSchema,
  failures: ['invalid_transition'],
  invalidates: ['groups.search', 'groups.list'],
  example: { organizationId: exampleOrganizationId, groupId: exampleResourceId },
} as const satisfies Operation

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
