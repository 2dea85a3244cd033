import type { Handler } from '../../context.js'
import { externalIdSchema } from '../../domain/users/user-fields.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import type { User } from '../../domain/users/user.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { saveUser, unchangedUser } from '../../steps/users/save-user.js'
import * as z from 'zod/mini'

/**
 * Records the id by which a provisioning system knows a user (RFC 7643 §3.1). Only a label: not
 * unique, and never taken for an id, a username or an address (CVE-2025-41115). For provisioning
 * only.
 */
export const setExternalId = {
  name: 'users.setExternalId',
  kind: 'command',
  summary: 'Records the id by which a provisioning system knows a user.',
  permission: 'user:update',
  subject: 'user',
  onlyVia: 'scim',
  event: 'user.external_id_set',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z.strictObject({ userId: z.uuid(), externalId: z.nullable(externalIdSchema) }),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version'],
  invalidates: ['users.list', 'users.get'],
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', externalId: '00u1a2b3c4' },
} as const satisfies Operation

export const setExternalIdHandler: Handler<typeof setExternalId> = async (
  context,
  { externalId },
) =>
  context.subject.user.externalId === externalId
    ? unchangedUser(context)
    : saveUser(context, { externalId })
