import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { organizationViewSchema } from '../../domain/organizations/organization-view.js'
import { viewOrganization } from '../../steps/organizations/view-organization.js'
import type { Organization } from '../../domain/organizations/organization.js'

/**
 * Lists the organizations at and below the caller's, parents before children, with what the caller
 * may do at each.
 */
export const listOrganizations = {
  name: 'organizations.list',
  kind: 'query',
  summary: 'Lists the organizations that the caller may see, parents before children.',
  permission: 'organization:read',
  subject: 'scope',
  input: z.strictObject({}),
  output: z.object({ items: z.array(organizationViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/organizations' },
  example: {},
} as const satisfies Operation

export const listOrganizationsHandler: Handler<typeof listOrganizations> = async (context) => {
  const { tx, scope } = context
  const organizations = await tx.organizations.below(scope)
  const byId = new Map(
    [...[...(await tx.organizations.lineages(scope)).values()].flat(), ...organizations].map(
      (organization) => [organization.id, organization],
    ),
  )
  const lineageOf = (organization: Organization): Organization[] => {
    const parent = organization.parentId === null ? undefined : byId.get(organization.parentId)
    return [...(parent ? lineageOf(parent) : []), organization]
  }
  return ok({
    items: organizations.map((organization) => viewOrganization(context, lineageOf(organization))),
  })
}
