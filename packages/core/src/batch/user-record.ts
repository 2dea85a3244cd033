import * as z from 'zod/mini'
import type { InputOf } from '../kernel/operation.js'
import type { createUser } from '../operations/users/create-user.js'
import type { updateUser } from '../operations/users/update-user.js'
import type { UserView } from '../domain/users/user-view.js'

/**
 * One user of an import: a field for each column of a file. What is left out is not touched, or
 * left at its default when the user is new. Judged one by one by the commands that carry the
 * record out, so that one that is refused stops no other.
 */
export const userRecordSchema = z.strictObject({
  organizationId: z.optional(z.string()),
  userName: z.optional(z.string()),
  givenName: z.optional(z.string()),
  familyName: z.optional(z.string()),
  email: z.optional(z.string()),
  otherEmails: z.optional(z.array(z.string())),
  phoneNumbers: z.optional(z.array(z.string())),
  userType: z.optional(z.nullable(z.string())),
  locale: z.optional(z.nullable(z.string())),
  /** For new users. For existing users they are only compared. */
  roles: z.optional(z.array(z.strictObject({ roleId: z.string(), organizationId: z.string() }))),
  mfaRequired: z.optional(z.boolean()),
  federatedOnly: z.optional(z.boolean()),
  attributes: z.optional(z.record(z.string(), z.unknown())),
  /** The version of the user from which an edit of the file began. */
  version: z.optional(z.int()),
})

/** One user of an import. */
export type UserRecord = z.infer<typeof userRecordSchema>

/** The input of `users.create` for a record. What it lacks is refused there. */
export function creationOf(
  {
    givenName,
    familyName,
    email,
    otherEmails = [],
    phoneNumbers = [],
    version: _,
    ...others
  }: UserRecord,
  activation: 'now' | 'later',
): Partial<InputOf<typeof createUser>> {
  return {
    ...others,
    name: { givenName: givenName ?? '', familyName: familyName ?? '' },
    emails: emailsOf(email ?? '', otherEmails),
    phoneNumbers: phoneNumbers.map((value) => ({ value })),
    activation,
  } as Partial<InputOf<typeof createUser>>
}

/** The input of `users.update` for a record: only the fields that it has. */
export function updateOf(
  {
    givenName,
    familyName,
    email,
    otherEmails,
    phoneNumbers,
    version,
    organizationId: _,
    roles: __,
    ...others
  }: UserRecord,
  user: UserView,
): InputOf<typeof updateUser> {
  const addresses = emailColumns(user)
  return {
    ...others,
    userId: user.id,
    version: version ?? user.version,
    ...(givenName === undefined && familyName === undefined
      ? {}
      : {
          name: {
            givenName: givenName ?? user.name.givenName,
            familyName: familyName ?? user.name.familyName,
          },
        }),
    ...(email === undefined && otherEmails === undefined
      ? {}
      : { emails: emailsOf(email ?? addresses.email, otherEmails ?? addresses.otherEmails) }),
    ...(phoneNumbers === undefined
      ? {}
      : { phoneNumbers: phoneNumbers.map((value) => ({ value })) }),
  }
}

/** What of an update would change something: the fields that are not already so. */
export function changesOf(
  { userId: _, version: __, ...fields }: InputOf<typeof updateUser>,
  user: UserView,
): Partial<InputOf<typeof updateUser>> {
  const { email, otherEmails } = emailColumns(user)
  // The primary address first, as files have them. The rest of their order has no meaning.
  const present: Record<string, unknown> = {
    ...user,
    emails: emailsOf(email, otherEmails),
    mfaRequired: user.mfa.required,
    federatedOnly: user.signInRoute === 'federated',
  }
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => ordered(value) !== ordered(present[field])),
  )
}

/** The addresses of a user as files have them. */
export function emailColumns({ emails }: Pick<UserView, 'emails'>): {
  readonly email: string
  readonly otherEmails: string[]
} {
  return {
    email: emails.find(({ primary }) => primary)?.value ?? '',
    otherEmails: emails.filter(({ primary }) => !primary).map(({ value }) => value),
  }
}

/** The roles of a user as files have them, so that two may be compared. */
export function rolesText(
  roles: readonly { readonly roleId: string; readonly organizationId: string }[],
): string {
  return roles
    .map(({ roleId, organizationId }) => `${organizationId} ${roleId}`)
    .sort()
    .join('\n')
}

const emailsOf = (primary: string, others: readonly string[]) => [
  { value: primary, primary: true },
  ...others.map((value) => ({ value, primary: false })),
]

/** JSON in which the order of names says nothing. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
