import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { endsAfterItBegins, validityFields } from '../../kernel/validity.js'
import type { Handler } from '../../context.js'
import { guardAdministrators } from '../../steps/roles/last-administrator.js'
import { saveUser } from '../../steps/users/save-user.js'
import type { User } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Sets from when until when a user may use their access (docs/features.md, row 29). Outside the
 * period they show as NOT_YET_VALID or NO_LONGER_VALID; nothing has to run for that.
 */
export const setUserValidity = {
  name: 'users.setValidity',
  kind: 'command',
  summary: 'Sets the period of a user’s access.',
  permission: 'user:update',
  subject: 'user',
  self: 'refused',
  event: 'user.validity_set',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z.strictObject({ userId: z.uuid(), ...validityFields }).check(endsAfterItBegins),
  output: userViewSchema,
  failures: ['user_deleted', 'stale_version', 'last_administrator'],
  http: { method: 'POST', path: '/users/{userId}/validity' },
  invalidates: ['users.list', 'users.get'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    validFromAt: '2026-03-01T09:00:00.000Z',
    validUntilAt: null,
  },
} as const satisfies Operation

export const setUserValidityHandler: Handler<typeof setUserValidity> = async (
  context,
  { validFromAt, validUntilAt },
) => {
  // An end, even a far one, is a loss that no later check can refuse; the last administrator has
  // none.
  if (validUntilAt !== null || (validFromAt !== null && validFromAt > context.at)) {
    const failure = await guardAdministrators(context)
    if (failure) return err(failure)
  }
  return saveUser(context, { validFromAt, validUntilAt })
}
