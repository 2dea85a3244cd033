import { organizationCreation } from '../../domain/roles/shared-actions.js'
import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { organizationName } from '../../domain/organizations/organization.js'
import { organizationViewSchema } from '../../domain/organizations/organization-view.js'
import { viewOrganization } from '../../steps/organizations/view-organization.js'

/**
 * Adds an organization below another (docs/features.md, row 11). `organizationId` names the parent.
 */
export const createOrganization = {
  name: 'organizations.create',
  ...organizationCreation,
  summary: 'Adds an organization under another.',
  subject: 'organization',
  event: 'organization.created',
  input: z.strictObject({ organizationId: z.uuid(), name: organizationName }),
  output: organizationViewSchema,
  failures: [],
  http: { method: 'POST', path: '/organizations/{organizationId}/organizations', creates: true },
  invalidates: ['organizations.list'],
  example: { organizationId: '0198f0c0-7e00-7000-8000-000000000002', name: 'Northwind Ltd' },
} as const satisfies Operation

export const createOrganizationHandler: Handler<typeof createOrganization> = async (
  context,
  { organizationId, name },
) => {
  const { tx, newId, lineage } = context
  const organization = {
    id: newId(),
    version: 1,
    parentId: organizationId,
    name,
    depth: lineage.length,
    ssoProvider: null,
    ssoRoleMapping: {},
    locks: [],
  }
  await tx.organizations.insert(organization)
  context.record({
    subject: { kind: 'organization', id: organization.id, label: name },
    organizationId: organization.id,
    changes: [
      { field: 'name', before: null, after: name },
      { field: 'parentId', before: null, after: organizationId },
    ],
  })
  return ok(viewOrganization(context, [...lineage, organization]))
}
