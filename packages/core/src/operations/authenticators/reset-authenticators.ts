import * as z from 'zod/mini'
import { actorOf } from '../../domain/callers/caller.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import { notify } from '../../steps/outbox/queue-mail.js'
import type { Handler } from '../../context.js'
import { signOutOf } from '../../steps/sessions/sign-out.js'
import { alsoRecording, saveUser } from '../../steps/users/save-user.js'
import { authenticatorTypes } from '../../domain/authenticators/authenticator.js'
import { forgetCredentials } from '../../steps/authenticators/move-authenticator.js'

/**
 * Resets a user's authenticators: all of them, those of some types, or selected ones are revoked,
 * and the user registers a new one at the next sign-in (docs/features.md, rows 18 and 19). Their
 * sessions end, because the authenticator that opened them is gone. The user is notified by email.
 */
export const resetAuthenticators = {
  name: 'authenticators.reset',
  kind: 'command',
  summary:
    'Resets a user’s authenticators, all or selected; they register a new one at the next sign-in.',
  permission: 'authenticator:reset',
  subject: 'user',
  self: 'refused',
  event: 'authenticator.reset',
  /** Without `authenticatorIds` and `types` all are reset. */
  input: z.strictObject({
    userId: z.uuid(),
    authenticatorIds: z.optional(z.array(z.uuid()).check(z.minLength(1), z.maxLength(100))),
    types: z.optional(z.array(z.enum(authenticatorTypes)).check(z.minLength(1))),
    reason: z.optional(paragraph(500)),
  }),
  output: z.object({ reset: z.number(), sessionsEnded: z.number() }),
  failures: ['stale_version'],
  http: { method: 'POST', path: '/users/{userId}/authenticators/reset' },
  invalidates: ['authenticators.list', 'sessions.list', 'users.list', 'users.get'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    types: ['fido2'],
    reason: 'Lost the security key.',
  },
} as const satisfies Operation

export const resetAuthenticatorsHandler: Handler<typeof resetAuthenticators> = async (
  context,
  { authenticatorIds, types, reason = null },
) => {
  const { tx, at, caller, subject } = context
  const { user } = subject
  const authenticators = (await tx.authenticators.ofUsers([user.id])).filter(
    ({ state }) => state !== 'revoked',
  )
  const selected = authenticators.filter(
    ({ id, type }) =>
      (authenticatorIds === undefined && types === undefined) ||
      authenticatorIds?.includes(id) ||
      types?.includes(type),
  )
  if (
    authenticatorIds?.some((id) => !authenticators.some((authenticator) => authenticator.id === id))
  )
    return err({ code: 'not_found' })
  for (const authenticator of selected) {
    const outcome = await tx.authenticators.update(
      {
        ...authenticator,
        state: 'revoked',
        stateSinceAt: at,
        stateActor: actorOf(caller),
        stateReason: reason,
        version: authenticator.version + 1,
      },
      authenticator.version,
    )
    if (outcome === 'stale')
      return err({
        code: 'stale_version',
        details: { expected: authenticator.version, actual: authenticator.version + 1 },
      })
  }
  await forgetCredentials(
    tx,
    user.id,
    selected.map(({ id }) => id),
  )
  const { sessionsEnded, recorded } = await signOutOf(context)
  const remaining = authenticators.length - selected.length
  const saved = await saveUser(
    alsoRecording(
      context,
      { field: 'authenticators', before: authenticators.length, after: remaining },
      ...recorded,
    ),
    { mfa: { ...user.mfa, enrolment: remaining > 0 ? 'again' : 'none' } },
    reason,
  )
  if (!saved.ok) return saved
  await notify(context, 'factors_reset')
  return ok({ reset: selected.length, sessionsEnded })
}
