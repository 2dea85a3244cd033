import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { paragraph } from '../../kernel/text.js'
import { locksInForce } from '../../domain/locks/lock.js'
import type { Handler } from '../../context.js'
import { organizationViewSchema } from '../../domain/organizations/organization-view.js'
import { recorded, saveOrganization } from '../../steps/organizations/save-organization.js'

/**
 * Removes the locks of an organization. Every user below it is as before. Locks of organizations above
 * stay. Unlocking one that is not locked changes nothing.
 */
export const unlockOrganization = {
  name: 'organizations.unlock',
  kind: 'command',
  summary: 'Removes the locks of an organization. Every user below it is as before.',
  permission: 'organization:lock',
  subject: 'organization',
  event: 'organization.unlocked',
  input: z.strictObject({ organizationId: z.uuid(), reason: z.optional(paragraph(500)) }),
  output: organizationViewSchema,
  failures: ['stale_version'],
  http: { method: 'POST', path: '/organizations/{organizationId}/unlock' },
  invalidates: ['organizations.list', 'users.list', 'users.get'],
  example: { organizationId: '0198f0c0-7e00-7000-8000-000000000002' },
} as const satisfies Operation

export const unlockOrganizationHandler: Handler<typeof unlockOrganization> = async (
  context,
  { reason },
) => {
  const organization = context.lineage.at(-1)!
  if (locksInForce(organization.locks, context.at).length === 0)
    return recorded(context, organization, [], reason)
  return saveOrganization(context, { locks: [] }, reason)
}
