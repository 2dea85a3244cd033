import { actorOf } from '../../domain/callers/caller.js'
import { transition } from '../../kernel/lifecycle.js'
import type { UserContext } from '../../context.js'
import { userLifecycle, type UserEvent } from '../../domain/users/user-lifecycle.js'
import type { User } from '../../domain/users/user.js'

/**
 * Moves a user along the lifecycle. The operation's `possible` has said yes, so an arrow that is
 * missing is a fault.
 */
export function moveAlong(
  { at, caller, subject }: UserContext,
  event: UserEvent,
  reason: string | null,
  more: Partial<User['lifecycle']> = {},
): User['lifecycle'] {
  const from = subject.user.lifecycle
  const state = transition(userLifecycle, from.state, event)
  if (state === null) throw new Error(`The lifecycle has no “${event}” while ${from.state}.`)
  return {
    state,
    sinceAt: at,
    actor: actorOf(caller),
    reason,
    formerState:
      from.state === 'deactivated' || from.state === 'deleted'
        ? (from.formerState ?? null)
        : from.state,
    restorableUntilAt: null,
    ...more,
  }
}
