import type { Handler } from '../../context.js'
import { mfaStates } from '../../domain/users/mfa-state.js'
import { statuses } from '../../domain/users/status.js'
import { userFacets, type UserFacet } from '../../domain/users/user-facets.js'
import type { Operation } from '../../kernel/operation.js'
import { countSchema } from '../../kernel/page.js'
import { err, ok } from '../../kernel/result.js'
import {
  narrowed,
  roleIdInput,
  userFilterFields,
  userFilterOf,
  type UserFilterInput,
} from '../../steps/users/user-filter.js'
import * as z from 'zod/mini'

/** How far each value of a facet is counted before it says “at least”. */
export const facetCountBound = 1_000

/** The facets with known values: all of them are counted. */
const closedValues: { readonly [F in UserFacet]?: readonly string[] } = {
  status: statuses,
  mfa: mfaStates,
  dormant: ['true', 'false'],
  expiring: ['true', 'false'],
}

const uuid = z.uuid()

/**
 * Counts the users that each value of a facet would leave in the list, under all other conditions
 * of the filter, whatever is selected in the facet itself (docs/features.md, row 4).
 */
export const countUsers = {
  name: 'users.count',
  kind: 'query',
  summary: 'Counts the users that each value of a facet would leave in the list, up to 1,000 each.',
  permission: 'user:read',
  subject: 'scope',
  input: z
    .strictObject({
      ...userFilterFields,
      facet: z.enum(userFacets),
      /** The roles or organizations to count; of the other facets every value is counted. */
      values: z._default(z.array(roleIdInput).check(z.maxLength(50)), []),
    })
    .check(
      z.refine(({ facet, values }) => closedValues[facet] === undefined || values.length === 0, {
        error: 'Every value of this facet is counted. Name none.',
        path: ['values'],
      }),
      z.refine(
        ({ facet, values }) =>
          facet !== 'organization' || values.every((value) => uuid.safeParse(value).success),
        { error: 'An organization is named by its id.', path: ['values'] },
      ),
    ),
  output: z.object({
    counts: z.array(z.object({ value: z.string(), count: countSchema })),
    /**
     * The days that `dormant` looks back and `expiring` ahead, by the policy; null of the other
     * facets.
     */
    days: z.nullable(z.int()),
  }),
  failures: [],
  http: { method: 'GET', path: '/users/counts' },
  example: { status: ['ACTIVE'], dormant: true, facet: 'mfa' },
} as const satisfies Operation

export const countUsersHandler: Handler<typeof countUsers> = async (context, input) => {
  const { tx, at, policy, scope } = context
  const { facet } = input
  const values = closedValues[facet] ?? input.values
  if (
    (await narrowed(context, [
      ...input.organization,
      ...(facet === 'organization' ? values : []),
    ])) === null
  )
    return err({ code: 'not_found' })

  const counts = values.map(async (value) => {
    const chosen = withOnly(input, facet, value)
    const within = chosen.organization.length > 0 ? chosen.organization : scope
    return {
      value,
      count: await tx.users.count(userFilterOf(chosen, within, at, policy), at, facetCountBound),
    }
  })
  const days =
    facet === 'dormant'
      ? policy.dormantAfterDays
      : facet === 'expiring'
        ? policy.expiringWithinDays
        : null
  return ok({ counts: await Promise.all(counts), days })
}

/** The filter with one value chosen of the facet. */
function withOnly(filter: UserFilterInput, facet: UserFacet, value: string): UserFilterInput {
  const chosen = facet === 'dormant' || facet === 'expiring' ? value === 'true' : [value]
  return { ...filter, [facet]: chosen }
}
