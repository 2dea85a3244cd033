import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { viewUsers } from '../../steps/users/view-user.js'

/** Shows the signed-in user. */
export const getCaller = {
  name: 'caller.get',
  kind: 'query',
  summary: 'Shows the signed-in user.',
  permission: null,
  subject: 'caller',
  input: z.strictObject({}),
  output: userViewSchema,
  failures: [],
  http: { method: 'GET', path: '/caller' },
  example: {},
} as const satisfies Operation

export const getCallerHandler: Handler<typeof getCaller> = async (context) => {
  if (context.caller.kind === 'system') return err({ code: 'not_found' })
  const [view] = await viewUsers(context, [context.caller.user])
  return ok(view!)
}
