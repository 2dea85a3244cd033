import type { OperationContext } from '../../context.js'
import { locksInForce } from '../../domain/locks/lock.js'
import type { OrganizationView } from '../../domain/organizations/organization-view.js'
import type { Organization } from '../../domain/organizations/organization.js'
import { levelName } from '../../domain/policy.js'
import { decide, decideGrant } from '../../domain/roles/decide.js'
import { viewDecision } from '../../kernel/decision.js'
import type { Operation } from '../../kernel/operation.js'

/** Shows one organization to the caller. */
export function viewOrganization(
  { at, caller, policy, roles, organizationCommands }: OperationContext,
  lineage: readonly Organization[],
): OrganizationView {
  const organization = lineage.at(-1)!
  const can = (operation: Operation) => viewDecision(decide(caller, operation, { lineage }))
  return {
    ...organization,
    level: levelName(policy, organization.depth),
    ssoRoleMapping: { ...organization.ssoRoleMapping },
    locks: locksInForce(organization.locks, at),
    grantableRoleIds: [...roles.values()]
      .filter((role) => decideGrant(caller, role, lineage).allowed)
      .map((role) => role.id),
    can: Object.fromEntries(
      organizationCommands.map((operation) => [operation.name, can(operation)]),
    ),
  }
}
