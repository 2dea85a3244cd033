import * as z from 'zod/mini'
import { actorOf } from '../../domain/callers/caller.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import { instantInput } from '../../kernel/validity.js'
import { locksInForce } from '../../domain/locks/lock.js'
import type { Handler } from '../../context.js'
import { keepingRootManaged } from '../../steps/roles/last-administrator.js'
import { organizationViewSchema } from '../../domain/organizations/organization-view.js'
import { recorded, saveOrganization } from '../../steps/organizations/save-organization.js'

/**
 * Locks an organization: every user at and below it loses access until it is unlocked, and then has
 * it back as before, because nothing is copied down (docs/features.md, row 27). Only from above:
 * administrators of the organization would lock themselves out.
 */
export const lockOrganization = {
  name: 'organizations.lock',
  kind: 'command',
  summary: 'Locks an organization: every user at and below it loses access until it is unlocked.',
  permission: 'organization:lock',
  subject: 'organization',
  self: 'refused',
  event: 'organization.locked',
  input: z.strictObject({
    organizationId: z.uuid(),
    reason: paragraph(500),
    untilAt: z.optional(z.nullable(instantInput)),
  }),
  output: organizationViewSchema,
  failures: ['own_account', 'last_administrator', 'stale_version'],
  http: { method: 'POST', path: '/organizations/{organizationId}/lock' },
  invalidates: ['organizations.list', 'users.list', 'users.get'],
  example: {
    organizationId: '0198f0c0-7e00-7000-8000-000000000002',
    reason: 'Contract suspended.',
  },
} as const satisfies Operation

export const lockOrganizationHandler: Handler<typeof lockOrganization> = async (
  context,
  { reason, untilAt = null },
) => {
  const { at, caller, newId, lineage } = context
  const organization = lineage.at(-1)!
  // The decision has refused users; no one is above the root, not even the host's own code.
  if (organization.parentId === null) return err({ code: 'own_account' })
  if (untilAt !== null && untilAt <= at)
    return err({
      code: 'invalid_input',
      details: {
        issues: [
          {
            path: 'untilAt',
            code: 'in_the_past',
            message: 'Choose a time in the future, or leave it open.',
          },
        ],
      },
    })
  if (locksInForce(organization.locks, at).length > 0)
    return recorded(context, organization, [], reason)
  return keepingRootManaged(context, () =>
    saveOrganization(
      context,
      {
        locks: [
          ...organization.locks,
          {
            id: newId(),
            kind: 'administrator',
            reason,
            actor: actorOf(caller),
            fromAt: at,
            untilAt,
          },
        ],
      },
      reason,
    ),
  )
}
