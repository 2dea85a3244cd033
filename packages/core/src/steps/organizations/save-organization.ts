import type { Change } from '../../kernel/change.js'
import { err, ok, type Result } from '../../kernel/result.js'
import type { OrganizationContext } from '../../context.js'
import { type OrganizationView } from '../../domain/organizations/organization-view.js'
import { viewOrganization } from './view-organization.js'
import type { Organization } from '../../domain/organizations/organization.js'

/**
 * Writes a changed organization behind the version check and records the deed; the one way every
 * command about an organization ends.
 */
export async function saveOrganization(
  context: OrganizationContext,
  change: Partial<Organization>,
  reason?: string | null,
): Promise<Result<OrganizationView, 'stale_version'>> {
  const before = context.lineage.at(-1)!
  const next: Organization = { ...before, ...change, version: before.version + 1 }
  const outcome = await context.tx.organizations.update(next, before.version)
  if (outcome === 'stale')
    return err({
      code: 'stale_version',
      details: {
        expected: before.version,
        actual: (await context.tx.organizations.find(before.id))?.version ?? before.version,
      },
    })
  return recorded(
    context,
    next,
    (Object.keys(change) as (keyof Organization)[]).map((field) => ({
      field,
      before: before[field],
      after: change[field] ?? null,
    })),
    reason,
  )
}

/** Records a deed about an organization and shows it as it now is. */
export function recorded(
  context: OrganizationContext,
  organization: Organization,
  changes: readonly Change[],
  reason?: string | null,
): Result<OrganizationView, never> {
  context.record({
    subject: { kind: 'organization', id: organization.id, label: organization.name },
    organizationId: organization.id,
    changes,
    reason,
  })
  return ok(viewOrganization(context, [...context.lineage.slice(0, -1), organization]))
}
