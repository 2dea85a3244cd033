import * as z from 'zod/mini'
import { decisionSchema } from '../kernel/decision.js'
import type { Operation } from '../kernel/operation.js'
import { ok } from '../kernel/result.js'
import type { Handler } from '../pipeline.js'
import { levelName } from '../policy.js'
import { decide, decideGrant } from '../roles/decide.js'
import { createUser } from '../users/create-user.js'
import { viewDecision } from '../users/user-view.js'
import { organizationViewSchema, type Organization } from './organization.js'

/** Lists the organizations at and below the caller's, parents before children, with what the caller may do at each. */
export const listOrganizations = {
  name: 'organizations.list',
  kind: 'query',
  summary: 'Lists the organizations that the caller may see, parents before children.',
  permission: 'organization:read',
  subject: 'scope',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.extend(organizationViewSchema, {
        /** The roles that the caller may give there. */
        grantableRoleIds: z.array(z.string()),
        can: z.object({ 'users.create': decisionSchema }),
      }),
    ),
  }),
  failures: [],
  http: { method: 'GET', path: '/organizations' },
  example: {},
} as const satisfies Operation

/** Carries out {@link listOrganizations}. */
export const listOrganizationsHandler: Handler<typeof listOrganizations> = async ({ tx, caller, policy, roles, scope }) => {
  const organizations = await tx.organizations.below(scope)
  const above = await tx.organizations.lineages(scope)
  const byId = new Map([...[...above.values()].flat(), ...organizations].map((organization) => [organization.id, organization]))
  const lineageOf = (organization: Organization): Organization[] => {
    const parent = organization.parentId === null ? undefined : byId.get(organization.parentId)
    return [...(parent ? lineageOf(parent) : []), organization]
  }
  return ok({
    items: organizations.map((organization) => {
      const lineage = lineageOf(organization)
      return {
        ...organization,
        level: levelName(policy, organization.depth),
        grantableRoleIds: [...roles.values()].filter((role) => decideGrant(caller, role, lineage).allowed).map((role) => role.id),
        can: { 'users.create': viewDecision(decide(caller, createUser, { lineage })) },
      }
    }),
  })
}
