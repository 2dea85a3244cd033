import { explain, type Instant } from '@rosterkit/core'
import {
  compareText,
  covers,
  statusRank,
  type RoleAssignment,
  type User,
} from '@rosterkit/core/ports'

const beginning: Instant = ''

/**
 * The person's own status at the instant, with the time within which it cannot change by itself.
 */
export function statusWindow(
  user: User,
  at: Instant,
): { readonly rank: string; readonly fromAt: Instant | null; readonly untilAt: Instant | null } {
  let fromAt: Instant | null = null
  let { nextChangeAt } = explain(user, beginning)
  while (nextChangeAt !== null && nextChangeAt <= at) {
    fromAt = nextChangeAt
    nextChangeAt = explain(user, nextChangeAt).nextChangeAt
  }
  return { rank: statusRank(explain(user, at).status), fromAt, untilAt: nextChangeAt }
}

type Validity = Pick<RoleAssignment, 'roleId' | 'validFromAt' | 'validUntilAt'>

/** The first of the roles in force at the instant and the next end of any, likewise. */
export function firstRoleWindow(
  assignments: readonly Validity[],
  at: Instant,
): {
  readonly role: string | null
  readonly endsAt: Instant | null
  readonly fromAt: Instant | null
  readonly untilAt: Instant | null
} {
  const inForce = assignments
    .filter(({ validFromAt, validUntilAt }) => covers(validFromAt, validUntilAt, at))
    .map(({ roleId }) => roleId)
  const boundaries = assignments
    .flatMap(({ validFromAt, validUntilAt }) => [validFromAt, validUntilAt])
    .filter((boundary) => boundary !== null)
  boundaries.sort()
  return {
    role: inForce.reduce<string | null>(
      (first, role) => (first === null || compareText(role, first) < 0 ? role : first),
      null,
    ),
    endsAt: assignments.reduce<Instant | null>(
      (next, { validUntilAt }) =>
        validUntilAt !== null && validUntilAt > at && (next === null || validUntilAt < next)
          ? validUntilAt
          : next,
      null,
    ),
    fromAt: boundaries.findLast((boundary) => boundary <= at) ?? null,
    untilAt: boundaries.find((boundary) => boundary > at) ?? null,
  }
}
