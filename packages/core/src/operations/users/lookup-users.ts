import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { line } from '../../kernel/text.js'
import { instantInput } from '../../kernel/validity.js'
import type { Handler, OperationContext } from '../../context.js'
import { groupListing } from '../../domain/roles/shared-actions.js'
import { decide } from '../../domain/roles/decide.js'
import { externalIdSchema } from '../../domain/users/user-fields.js'
import { foldUserName } from '../../domain/users/user-name.js'
import { emailAddress, type User } from '../../domain/users/user.js'
import { lookupSortKeys } from '../../domain/users/user-store.js'
import { loadUserSubjects } from '../../domain/users/user-subject.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { viewUser } from '../../steps/users/view-user.js'

/** The most users that one look-up shows. */
export const maxLookupResults = 500

const lookedUpSchema = z.extend(userViewSchema, {
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
})

/**
 * A user as a provisioning system sees them: with the groups that they are assigned to, where it
 * may see groups.
 */
export type LookedUpUser = z.infer<typeof lookedUpSchema>

/**
 * Looks users up by exact values, all of them together, with their total (RFC 7644 §3.4.2). Deleted
 * users are not found. For provisioning only: screens search and page in other ways, because an
 * offset costs more the further it goes.
 */
export const lookupUsers = {
  name: 'users.lookup',
  kind: 'query',
  summary: 'Looks users up by exact values, with their total.',
  permission: 'user:read',
  subject: 'scope',
  onlyVia: 'scim',
  input: z.strictObject({
    ids: z.optional(z.array(z.uuid()).check(z.maxLength(maxLookupResults))),
    /** Compared as usernames are: whatever the case. */
    userName: z.optional(z.string().check(z.maxLength(512))),
    externalId: z.optional(externalIdSchema),
    /** One of the user's addresses, whatever the case. */
    email: z.optional(line(254)),
    groupIds: z.optional(z.array(z.uuid()).check(z.maxLength(maxLookupResults))),
    /** Whether those are wanted who are not deactivated, or those who are. */
    active: z.optional(z.boolean()),
    updatedFromAt: z.optional(instantInput),
    updatedBeforeAt: z.optional(instantInput),
    sort: z._default(z.enum(lookupSortKeys), 'id'),
    direction: z._default(z.enum(['ascending', 'descending']), 'ascending'),
    offset: z._default(z.int().check(z.minimum(0), z.maximum(10_000_000)), 0),
    limit: z._default(z.int().check(z.minimum(0), z.maximum(maxLookupResults)), 100),
  }),
  output: z.object({ items: z.array(lookedUpSchema), total: z.number() }),
  failures: [],
  example: { userName: 'ada.lovelace' },
} as const satisfies Operation

export const lookupUsersHandler: Handler<typeof lookupUsers> = async (
  context,
  { userName, email, ...query },
) => {
  const foldedUserName = userName === undefined ? undefined : foldUserName(userName)
  // What is no username and no address is no one's.
  const nobodys =
    foldedUserName === null || (email !== undefined && !emailAddress.safeParse(email).success)
  if (nobodys) return ok({ items: [], total: 0 })
  const { items, total } = await context.tx.users.lookup({
    ...query,
    withinOrganizationIds: context.scope,
    ...(foldedUserName === undefined ? {} : { foldedUserName }),
    ...(email === undefined ? {} : { email: email.toLowerCase() }),
  })
  return ok({ items: await viewWithGroups(context, items), total })
}

async function viewWithGroups(context: OperationContext, users: readonly User[]) {
  const { tx, caller } = context
  const subjects = await loadUserSubjects(context, users)
  const memberships = await tx.groupMemberships.ofUsers(users.map(({ id }) => id))
  const groups = new Map(
    (await tx.groups.findMany([...new Set(memberships.map(({ key }) => key))])).map((group) => [
      group.id,
      group,
    ]),
  )
  return subjects.map((subject) => {
    const shown = decide(caller, groupListing, subject.target).allowed
      ? memberships.filter(({ userId }) => userId === subject.user.id)
      : []
    return {
      ...viewUser(context, subject),
      groups: shown
        .flatMap(({ key }) => groups.get(key) ?? [])
        .map(({ id, name }) => ({ id, name })),
    }
  })
}
