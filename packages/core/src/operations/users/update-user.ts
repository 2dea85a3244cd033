import * as z from 'zod/mini'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import type { Handler } from '../../context.js'
import { parseAttributes } from '../../steps/users/attributes.js'
import { saveUser } from '../../steps/users/save-user.js'
import { otherOwner, ownersAfter } from '../../domain/users/owners.js'
import { editableFields, type EditableField, type User } from '../../domain/users/user.js'
import {
  attributesSchema,
  emailsSchema,
  localeSchema,
  nameSchema,
  phoneNumbersSchema,
  userTypeSchema,
} from '../../domain/users/user-fields.js'
import { userNameSchema } from '../../domain/users/user-name.js'
import { userViewSchema } from '../../domain/users/user-view.js'

/**
 * Changes a user's details. Only the fields given are changed. The version must be the one the edit
 * started from, so that of two administrators with the same page open neither overwrites the other
 * (docs/features.md, row 5). A change of the email addresses ends pending links and codes, and
 * notifies the previous addresses and the new one. A field owned elsewhere is refused; a
 * provisioning caller owns what it sets (docs/features.md, row 37).
 */
export const updateUser = {
  name: 'users.update',
  kind: 'command',
  summary: 'Changes a user’s details. Only the fields given are changed.',
  permission: 'user:update',
  subject: 'user',
  refusedUnderSso: true,
  event: 'user.updated',
  possible: (user: User): Failure | null =>
    user.lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z.strictObject({
    userId: z.uuid(),
    version: z.int(),
    userName: z.optional(userNameSchema),
    name: z.optional(nameSchema),
    emails: z.optional(emailsSchema),
    phoneNumbers: z.optional(phoneNumbersSchema),
    userType: z.optional(userTypeSchema),
    locale: z.optional(localeSchema),
    attributes: z.optional(attributesSchema),
    mfaRequired: z.optional(z.boolean()),
    federatedOnly: z.optional(z.boolean()),
  }),
  output: userViewSchema,
  failures: [
    'stale_version',
    'user_name_taken',
    'field_owned_elsewhere',
    'own_account',
    'managed_by_sso',
    'user_deleted',
  ],
  http: { method: 'PATCH', path: '/users/{userId}' },
  invalidates: ['users.list', 'users.get', 'secrets.list', 'mails.ofUser', 'users.checkUserName'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    version: 3,
    name: { givenName: 'Ada', familyName: 'King' },
  },
} as const satisfies Operation

export const updateUserHandler: Handler<typeof updateUser> = async (
  context,
  { userId: _, version, attributes, mfaRequired, federatedOnly, ...fieldsGiven },
) => {
  const { caller, subject } = context
  const { user } = subject
  if (version !== user.version)
    return err({ code: 'stale_version', details: { expected: version, actual: user.version } })
  const change: { -readonly [K in keyof User]?: User[K] } = {}
  const set: EditableField[] = []
  for (const field of editableFields) {
    const value = fieldsGiven[field]
    if (value === undefined) continue
    const owner = otherOwner(caller, user.owners, field)
    const same = JSON.stringify(value) === JSON.stringify(user[field])
    if (owner && !same) return err({ code: 'field_owned_elsewhere', details: { field, owner } })
    if (!owner) set.push(field)
    if (!same) Object.assign(change, { [field]: value })
  }
  const owners = ownersAfter(caller, user.owners, set)
  if (owners !== user.owners) change.owners = owners
  if (attributes !== undefined) {
    const parsed = parseAttributes(context, attributes)
    if (!parsed.ok) return parsed
    change.attributes = parsed.value
  }
  // As with users.requireMfa: how an account may be signed in to is weakened by another
  // administrator, never from the account itself.
  const oneself = caller.kind === 'user' && caller.user.id === user.id
  const weakens =
    (mfaRequired === false && user.mfa.required) ||
    (federatedOnly !== undefined && federatedOnly !== (user.signInRoute === 'federated'))
  if (oneself && weakens) return err({ code: 'own_account' })
  if (mfaRequired !== undefined) change.mfa = { ...user.mfa, required: mfaRequired }
  if (federatedOnly !== undefined) change.signInRoute = federatedOnly ? 'federated' : 'any'
  const saved = await saveUser(
    context,
    change.emails
      ? {
          ...change,
          verifiedEmails: user.verifiedEmails.filter((address) =>
            change.emails!.some(({ value }) => value === address),
          ),
        }
      : change,
  )
  // Sent to the previous address and to the new one, so that no one takes over an account
  // unnoticed.
  if (saved.ok && change.emails)
    await notify(
      context,
      'email_changed',
      { former: addresses(user), present: addresses({ emails: change.emails }) },
      [user, { ...user, emails: change.emails, verifiedEmails: [] }],
    )
  return saved
}

function addresses({ emails }: Pick<User, 'emails'>): string {
  return emails.map(({ value }) => value).join(', ')
}
