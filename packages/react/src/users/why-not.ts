import type { Operation, UserView } from '@rosterkit/core/browser'

/** Why the caller may not do this to the person, as the server says it; undefined when they may. */
export function whyNot(user: Pick<UserView, 'can'>, operation: Operation): string | undefined {
  const decision = user.can[operation.name]
  return decision && !decision.allowed ? decision.detail : undefined
}
