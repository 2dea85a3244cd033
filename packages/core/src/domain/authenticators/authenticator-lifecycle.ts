import type { EventOf, Lifecycle } from '../../kernel/lifecycle.js'

/**
 * How an authenticator comes, waits and goes (row 15; SP 800-63B-4 §4). An administrator's lock
 * outranks the user's own: it replaces it, and only an administrator lifts it. Nothing leads out
 * of `revoked`.
 */
export const authenticatorLifecycle = {
  pending: { activate: 'active', revoke: 'revoked' },
  active: {
    lockByUser: 'locked_by_user',
    lockByAdministrator: 'locked_by_administrator',
    revoke: 'revoked',
  },
  locked_by_user: {
    unlockByUser: 'active',
    unlockByAdministrator: 'active',
    lockByAdministrator: 'locked_by_administrator',
    revoke: 'revoked',
  },
  locked_by_administrator: { unlockByAdministrator: 'active', revoke: 'revoked' },
  revoked: {},
} as const satisfies Lifecycle

/** A state of {@link authenticatorLifecycle}. */
export type AuthenticatorState = keyof typeof authenticatorLifecycle

/** An event of {@link authenticatorLifecycle}. */
export type AuthenticatorEvent = EventOf<typeof authenticatorLifecycle>
