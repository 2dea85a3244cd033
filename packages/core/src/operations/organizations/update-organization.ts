import * as z from 'zod/mini'
import { allowed } from '../../kernel/decision.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { line } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { decideGrant } from '../../domain/roles/decide.js'
import { organizationName } from '../../domain/organizations/organization.js'
import { organizationViewSchema } from '../../domain/organizations/organization-view.js'
import { saveOrganization } from '../../steps/organizations/save-organization.js'

/**
 * Renames an organization, or hands its users over to an identity provider and back
 * (docs/features.md, row 12). While there is a provider, users are neither added nor edited here,
 * and their roles come from the mapping of its group names.
 */
export const updateOrganization = {
  name: 'organizations.update',
  kind: 'command',
  summary: 'Renames an organization, or hands its users over to an identity provider and back.',
  permission: 'organization:update',
  subject: 'organization',
  event: 'organization.updated',
  input: z.strictObject({
    organizationId: z.uuid(),
    version: z.int(),
    name: z.optional(organizationName),
    ssoProvider: z.optional(z.nullable(line(100))),
    /** Role ids by the provider's group names. */
    ssoRoleMapping: z.optional(z.record(line(200), z.string().check(z.maxLength(64)))),
  }),
  output: organizationViewSchema,
  failures: ['stale_version', 'grant_exceeds_rights'],
  http: { method: 'PATCH', path: '/organizations/{organizationId}' },
  invalidates: ['organizations.list', 'users.list', 'users.get'],
  example: {
    organizationId: '0198f0c0-7e00-7000-8000-000000000002',
    version: 1,
    ssoProvider: 'Okta',
    ssoRoleMapping: { 'portal-admins': 'administrator' },
  },
} as const satisfies Operation

export const updateOrganizationHandler: Handler<typeof updateOrganization> = async (
  context,
  { organizationId: _, version, name, ssoProvider, ssoRoleMapping },
) => {
  const before = context.lineage.at(-1)!
  if (version !== before.version)
    return err({ code: 'stale_version', details: { expected: version, actual: before.version } })
  const unknown = Object.entries(ssoRoleMapping ?? {}).find(
    ([, roleId]) => !context.roles.has(roleId),
  )
  if (unknown)
    return err({
      code: 'invalid_input',
      details: {
        issues: [
          {
            path: `ssoRoleMapping.${unknown[0]}`,
            code: 'unknown_role',
            message: 'There is no such role. Choose one from the list.',
          },
        ],
      },
    })
  // A mapping assigns roles too, so the same guard applies. What others have mapped may stay.
  for (const [group, roleId] of Object.entries(ssoRoleMapping ?? {})) {
    const decision =
      before.ssoRoleMapping[group] === roleId
        ? allowed
        : decideGrant(context.caller, context.roles.get(roleId)!, context.lineage)
    if (!decision.allowed) return err(decision.failure)
  }
  return saveOrganization(context, {
    ...(name === undefined ? {} : { name }),
    ...(ssoProvider === undefined ? {} : { ssoProvider }),
    ...(ssoRoleMapping === undefined ? {} : { ssoRoleMapping }),
  })
}
