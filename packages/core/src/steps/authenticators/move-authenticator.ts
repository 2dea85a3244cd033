import type { OperationContext } from '../../context.js'
import {
  authenticatorLifecycle,
  type AuthenticatorEvent,
} from '../../domain/authenticators/authenticator-lifecycle.js'
import {
  stateAt,
  viewAuthenticator,
  type Authenticator,
  type AuthenticatorView,
} from '../../domain/authenticators/authenticator.js'
import type { Holder } from '../../domain/authenticators/holder.js'
import { actorOf } from '../../domain/callers/caller.js'
import type { StorageTransaction } from '../../domain/storage.js'
import { transition } from '../../kernel/lifecycle.js'
import { err, ok, type Result } from '../../kernel/result.js'

/**
 * Moves one authenticator along its lifecycle, from the state in effect, behind its version, and
 * records the deed. An event that leads to where it is already changes nothing.
 */
export async function moveAuthenticator(
  context: OperationContext,
  holder: Holder,
  authenticatorId: string,
  event: AuthenticatorEvent,
  reason: string | null = null,
  change: Partial<Authenticator> = {},
): Promise<Result<AuthenticatorView, 'not_found' | 'invalid_transition' | 'stale_version'>> {
  const { tx, at, caller, productOf, record } = context
  const authenticator = await tx.authenticators.find(holder.id, authenticatorId)
  if (!authenticator) return err({ code: 'not_found' })
  const from = stateAt(authenticator, at)
  const deed = (before: string, after: string) =>
    record({
      subject: { kind: 'user', id: holder.id, label: holder.label },
      organizationId: holder.organizationId,
      changes:
        before === after ? [] : [{ field: `authenticator ${authenticator.name}`, before, after }],
      reason,
    })
  const to = transition(authenticatorLifecycle, from, event)
  if (to === null) {
    if (from !== targetOf(event))
      return err({ code: 'invalid_transition', details: { from, event } })
    deed(from, from)
    return ok(viewAuthenticator(authenticator, at, productOf))
  }
  const next: Authenticator = {
    ...authenticator,
    ...change,
    state: to,
    stateSinceAt: at,
    stateActor: actorOf(caller),
    stateReason: reason,
    version: authenticator.version + 1,
  }
  if ((await tx.authenticators.update(next, authenticator.version)) === 'stale')
    return err({
      code: 'stale_version',
      details: { expected: authenticator.version, actual: authenticator.version + 1 },
    })
  // Its credentials are removed immediately; the record of it is kept (SP 800-63B-4 §4.1).
  if (to === 'revoked') await forgetCredentials(tx, holder.id, [authenticator.id])
  deed(from, to)
  return ok(viewAuthenticator(next, at, productOf))
}

function targetOf(event: AuthenticatorEvent): string {
  const arrows: readonly Readonly<Record<string, string | undefined>>[] =
    Object.values(authenticatorLifecycle)
  return arrows.find((events) => events[event] !== undefined)?.[event] ?? ''
}

/** Removes the credentials by which authenticators are recognized. */
export async function forgetCredentials(
  tx: StorageTransaction,
  userId: string,
  authenticatorIds: readonly string[],
): Promise<void> {
  for (const { id, key } of await tx.credentials.ofUsers([userId]))
    if (authenticatorIds.includes(key)) await tx.credentials.remove(userId, id)
}
