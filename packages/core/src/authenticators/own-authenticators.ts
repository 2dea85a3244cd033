import * as z from 'zod/mini'
import type { Operation } from '../kernel/operation.js'
import { err, ok } from '../kernel/result.js'
import { paragraph } from '../kernel/text.js'
import type { Handler } from '../pipeline.js'
import { authenticatorViewSchema, viewAuthenticator } from './authenticator.js'
import { holderOf, idleLockFrom } from './holder.js'
import { moveAuthenticator } from './move-authenticator.js'

/** Lists the caller's own authenticators (row 25). */
export const listOwnAuthenticators = {
  name: 'authenticators.listOwn',
  kind: 'query',
  summary: 'Lists the caller’s own authenticators.',
  permission: null,
  subject: 'caller',
  input: z.strictObject({}),
  output: z.object({ items: z.array(authenticatorViewSchema) }),
  failures: [],
  http: { method: 'GET', path: '/caller/authenticators' },
  example: {},
} as const satisfies Operation

/** Carries out {@link listOwnAuthenticators}. */
export const listOwnAuthenticatorsHandler: Handler<typeof listOwnAuthenticators> = async ({
  tx,
  at,
  caller,
  productOf,
}) => {
  if (caller.kind === 'system') return err({ code: 'not_found' })
  const own = await tx.authenticators.ofUsers([caller.user.id])
  return ok({
    items: own
      .filter(({ state }) => state !== 'revoked')
      .map((authenticator) => viewAuthenticator(authenticator, at, productOf)),
  })
}

const input = z.strictObject({ authenticatorId: z.uuid(), reason: z.optional(paragraph(500)) })
const example = { authenticatorId: '0198f0c0-7e00-7000-8000-000000000006' }

/**
 * Locks one of the caller's own authenticators, such as a phone that is lost; they or an
 * administrator can unlock it (row 25).
 */
export const lockOwnAuthenticator = {
  name: 'authenticators.lockOwn',
  kind: 'command',
  summary: 'Locks one of the caller’s own authenticators.',
  permission: null,
  subject: 'caller',
  event: 'authenticator.locked',
  input,
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'stale_version'],
  http: { method: 'POST', path: '/caller/authenticators/{authenticatorId}/lock' },
  invalidates: ['authenticators.listOwn'],
  example,
} as const satisfies Operation

/** Carries out {@link lockOwnAuthenticator}. */
export const lockOwnAuthenticatorHandler: Handler<typeof lockOwnAuthenticator> = async (
  context,
  { authenticatorId, reason = null },
) => {
  if (context.caller.kind === 'system') return err({ code: 'not_found' })
  return moveAuthenticator(
    context,
    holderOf(context.caller.user),
    authenticatorId,
    'lockByUser',
    reason,
  )
}

/**
 * Unlocks one of the caller's own authenticators, if they locked it themselves; an administrator's
 * lock stays (row 15).
 */
export const unlockOwnAuthenticator = {
  name: 'authenticators.unlockOwn',
  kind: 'command',
  summary: 'Unlocks one of the caller’s own authenticators that they locked themselves.',
  permission: null,
  subject: 'caller',
  event: 'authenticator.unlocked',
  input,
  output: authenticatorViewSchema,
  failures: ['invalid_transition', 'stale_version'],
  http: { method: 'POST', path: '/caller/authenticators/{authenticatorId}/unlock' },
  invalidates: ['authenticators.listOwn'],
  example,
} as const satisfies Operation

/** Carries out {@link unlockOwnAuthenticator}. */
export const unlockOwnAuthenticatorHandler: Handler<typeof unlockOwnAuthenticator> = async (
  context,
  { authenticatorId, reason = null },
) => {
  if (context.caller.kind === 'system') return err({ code: 'not_found' })
  return moveAuthenticator(
    context,
    holderOf(context.caller.user),
    authenticatorId,
    'unlockByUser',
    reason,
    { inactivityLockAt: idleLockFrom(context.policy, context.at) },
  )
}
