import type { Handler } from '../../context.js'
import { resourceViewSchema } from '../../domain/resources/resource.js'
import { externalIdSchema } from '../../domain/users/user-fields.js'
import { exampleOrganizationId, exampleResourceId } from '../../kernel/example-ids.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { line } from '../../kernel/text.js'
import { viewResources } from '../../steps/resources/resource-handlers.js'
import * as z from 'zod/mini'

/**
 * Renames a group, or notes by which id a provisioning system knows it; only the fields given are
 * touched. For provisioning only.
 */
export const updateGroup = {
  name: 'groups.update',
  kind: 'command',
  summary: 'Renames a group, or records the id by which a provisioning system knows it.',
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
  example: { organizationId: exampleOrganizationId, groupId: exampleResourceId, name: 'Sales' },
} as const satisfies Operation

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
