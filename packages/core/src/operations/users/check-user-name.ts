import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { userNameBoundaryOf } from '../../domain/policy.js'
import { foldUserName, userNameSchema } from '../../domain/users/user-name.js'

/**
 * Says whether a username is available, so that a form can show it while the user types
 * (docs/features.md, row 1). Advice only: creating and updating decide by a constraint.
 */
export const checkUserName = {
  name: 'users.checkUserName',
  kind: 'query',
  summary: 'Says whether a username is available within an organization’s boundary.',
  permission: 'user:create',
  subject: 'organization',
  input: z.strictObject({ organizationId: z.uuid(), userName: userNameSchema }),
  output: z.object({ available: z.boolean() }),
  failures: [],
  http: { method: 'GET', path: '/organizations/{organizationId}/user-names/{userName}' },
  example: { organizationId: '0198f0c0-7e00-7000-8000-000000000002', userName: 'ada.lovelace' },
} as const satisfies Operation

export const checkUserNameHandler: Handler<typeof checkUserName> = async (
  { tx, policy },
  { organizationId, userName },
) => {
  const holder = await tx.users.findByUserName(
    userNameBoundaryOf(policy, organizationId),
    foldUserName(userName)!,
  )
  return ok({ available: holder === null })
}
