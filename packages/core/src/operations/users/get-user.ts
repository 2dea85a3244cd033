import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { instantInput } from '../../kernel/validity.js'
import type { Handler } from '../../context.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { viewUser } from '../../steps/users/view-user.js'

/**
 * Shows one user: details, explained status, roles, and what the caller may do to them; status
 * and roles as they stand now, or as of another instant (docs/features.md, row 29).
 */
export const getUser = {
  name: 'users.get',
  kind: 'query',
  summary: 'Shows one user: details, explained status, roles, and what the caller may do to them.',
  permission: 'user:read',
  subject: 'user',
  input: z.strictObject({ userId: z.uuid(), asOfAt: z.optional(instantInput) }),
  output: userViewSchema,
  failures: [],
  http: { method: 'GET', path: '/users/{userId}' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001' },
} as const satisfies Operation

export const getUserHandler: Handler<typeof getUser> = async (context, { asOfAt }) =>
  ok(viewUser(context, context.subject, asOfAt))
