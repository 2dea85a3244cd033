import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import type { Handler } from '../../context.js'
import { saveUser } from '../../steps/users/save-user.js'
import { editableFields, fieldOwners } from '../../domain/users/user.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Says who owns some of a user's fields: SSO, SCIM, an import, or this roster again (null). A field
 * owned elsewhere refuses edits and says by whom (docs/features.md, row 37). For the host's
 * synchronization code only.
 */
export const claimUserFields = {
  name: 'users.claimFields',
  kind: 'command',
  summary: 'Sets who owns some of a user’s fields.',
  permission: null,
  subject: 'user',
  hostOnly: true,
  event: 'user.fields_claimed',
  input: z.strictObject({
    userId: z.uuid(),
    fields: z.array(z.enum(editableFields)).check(z.minLength(1)),
    owner: z.nullable(z.enum(fieldOwners)),
  }),
  output: userViewSchema,
  failures: ['stale_version'],
  invalidates: ['users.get', 'users.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    fields: ['name', 'emails'],
    owner: 'scim',
  },
} as const satisfies Operation

export const claimUserFieldsHandler: Handler<typeof claimUserFields> = async (
  context,
  { fields, owner },
) => {
  const kept = Object.fromEntries(
    Object.entries(context.subject.user.owners).filter(
      ([field]) => !fields.some((claimed) => claimed === field),
    ),
  )
  return saveUser(context, {
    owners:
      owner === null
        ? kept
        : { ...kept, ...Object.fromEntries(fields.map((field) => [field, owner])) },
  })
}
