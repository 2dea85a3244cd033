import * as z from 'zod/mini'
import {
  allowed,
  decisionSchema,
  denied,
  viewDecision,
  type Decision,
} from '../../kernel/decision.js'
import type { Operation } from '../../kernel/operation.js'
import { countSchema, openCursor, sealCursor } from '../../kernel/page.js'
import { err, ok } from '../../kernel/result.js'
import type { Handler, OperationContext } from '../../context.js'
import { organizationsWith } from '../../domain/roles/rights.js'
import { narrowed, userFilterFields, userFilterOf } from '../../steps/users/user-filter.js'
import { userSortKeys } from '../../domain/users/user-store.js'
import { userViewSchema } from '../../domain/users/user-view.js'
import { viewUsers } from '../../steps/users/view-user.js'

/** How far a list counts before it says “at least”. */
export const userCountBound = 10_000

/** The same while the user searches: every letter typed needs another count. */
const searchCountBound = 1_000

/**
 * Lists the users at and below the caller's organizations, a page at a time: by any part of name,
 * username or email, by status, role, organization, MFA, inactivity and expiry, sorted by any
 * column (docs/features.md, row 4).
 */
export const listUsers = {
  name: 'users.list',
  kind: 'query',
  summary: 'Lists the users that the caller may see: searched, filtered, sorted, a page at a time.',
  permission: 'user:read',
  subject: 'scope',
  input: z.strictObject({
    ...userFilterFields,
    sort: z._default(z.enum(userSortKeys), 'familyName'),
    direction: z._default(z.enum(['ascending', 'descending']), 'ascending'),
    cursor: z.optional(z.string().check(z.maxLength(2000))),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 50),
  }),
  output: z.object({
    items: z.array(userViewSchema),
    nextCursor: z.nullable(z.string()),
    count: countSchema,
    can: z.object({ 'users.create': decisionSchema }),
  }),
  failures: ['invalid_cursor'],
  http: { method: 'GET', path: '/users' },
  example: { search: 'ada', status: ['ACTIVE'], sort: 'lastSignedInAt', direction: 'descending' },
} as const satisfies Operation

export const listUsersHandler: Handler<typeof listUsers> = async (context, input) => {
  const { tx, at, policy } = context
  const within = await narrowed(context, input.organization)
  if (within === null) return err({ code: 'not_found' })

  const filter = userFilterOf(input, within, at, policy)
  const key = await context.cursorKey(tx)
  // What was asked and not what it comes to: the instants of the filter move on between a page and
  // the next.
  const { cursor, limit, ...asked } = input
  const binding = JSON.stringify([
    listUsers.name,
    context.caller.kind === 'user' ? context.caller.user.id : null,
    within,
    { ...asked, search: filter.search },
  ])
  const after = cursor === undefined ? null : await openCursor(key, cursor, binding)
  if (cursor !== undefined && after === null) return err({ code: 'invalid_cursor' })

  const [page, count, create] = await Promise.all([
    tx.users.list({ ...filter, at, sort: input.sort, direction: input.direction, after, limit }),
    tx.users.count(filter, at, filter.search ? searchCountBound : userCountBound),
    decideCreateAnywhere(context),
  ])
  return ok({
    items: await viewUsers(context, page.items),
    nextCursor: page.next && (await sealCursor(key, page.next, binding)),
    count,
    can: { 'users.create': viewDecision(create) },
  })
}

/** Whether there is any organization at all to which the caller may add users. */
async function decideCreateAnywhere({ tx, caller, scope }: OperationContext): Promise<Decision> {
  if (caller.kind === 'system') return allowed
  const tops = organizationsWith(caller.grants, 'user:create')
  const lineages = await tx.organizations.lineages(tops.length > 0 ? tops : scope)
  const top = [...lineages.values()].map((lineage) => lineage.at(-1)!)
  if (tops.length === 0)
    return denied({
      code: 'not_permitted',
      details: { permission: 'user:create', organization: top[0]?.name ?? '' },
    })
  if (top.some((organization) => organization.ssoProvider === null)) return allowed
  // Every topmost one is managed by SSO; look for one below that is not.
  if (
    (await tx.organizations.below(tops)).some((organization) => organization.ssoProvider === null)
  )
    return allowed
  return denied({
    code: 'managed_by_sso',
    details: { organization: top[0]!.name, provider: top[0]!.ssoProvider! },
  })
}
