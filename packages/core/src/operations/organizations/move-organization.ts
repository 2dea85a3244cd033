import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { decideAt } from '../../domain/roles/decide.js'
import { keepingRootManaged } from '../../steps/roles/last-administrator.js'
import { organizationCreation } from '../../domain/roles/shared-actions.js'
import { organizationViewSchema } from '../../domain/organizations/organization-view.js'
import { recorded } from '../../steps/organizations/save-organization.js'

/**
 * Moves an organization, with everything below it, under another parent, where the caller must be
 * able to add organizations. Those above lose it, so the right must be held there: a tenant's
 * administrators can't take it away from their partner. Reach and locks follow the new place
 * immediately.
 */
export const moveOrganization = {
  name: 'organizations.move',
  kind: 'command',
  summary: 'Moves an organization, with everything below it, under another parent.',
  permission: 'organization:move',
  subject: 'organization',
  heldAbove: true,
  event: 'organization.moved',
  input: z.strictObject({
    organizationId: z.uuid(),
    toParentId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: organizationViewSchema,
  failures: ['invalid_transition', 'last_administrator'],
  http: { method: 'POST', path: '/organizations/{organizationId}/move' },
  invalidates: ['organizations.list', 'users.list', 'users.get'],
  example: {
    organizationId: '0198f0c0-7e00-7000-8000-000000000002',
    toParentId: '0198f0c0-7e00-7000-8000-000000000004',
  },
} as const satisfies Operation

export const moveOrganizationHandler: Handler<typeof moveOrganization> = async (
  context,
  { organizationId, toParentId, reason },
) => {
  const { tx, caller, lineage } = context
  const before = lineage.at(-1)!
  const parents = (await tx.organizations.lineages([toParentId])).get(toParentId)
  const decision = parents
    ? decideAt(caller, organizationCreation, parents)
    : ({ allowed: false, failure: { code: 'not_found' } } as const)
  if (!decision.allowed) return err(decision.failure)
  return keepingRootManaged(context, async () => {
    // The root stays the root, and no organization is below itself.
    if (
      before.parentId === null ||
      (await tx.organizations.move(organizationId, toParentId)) === 'cycle'
    )
      return err({
        code: 'invalid_transition',
        details: { from: before.name, event: 'move below itself' },
      })
    const after = (await tx.organizations.lineages([organizationId])).get(organizationId)!
    return recorded(
      { ...context, lineage: after },
      after.at(-1)!,
      [{ field: 'parentId', before: before.parentId, after: toParentId }],
      reason,
    )
  })
}
