import type { EventOf, Lifecycle } from '../../kernel/lifecycle.js'

/**
 * How a user comes, stays and goes: created ahead of time (`staged`), invited (`provisioned`),
 * onboarded (`active`); suspended without loss (`deactivated`); deleted but restorable until the
 * purge (`deleted`).
 */
export const userLifecycle = {
  staged: {
    provision: 'provisioned',
    activate: 'active',
    deactivate: 'deactivated',
    delete: 'deleted',
  },
  provisioned: { activate: 'active', deactivate: 'deactivated', delete: 'deleted' },
  active: { deactivate: 'deactivated', delete: 'deleted' },
  deactivated: {
    reactivate: 'active',
    reactivateStaged: 'staged',
    reactivateProvisioned: 'provisioned',
    delete: 'deleted',
  },
  deleted: { restore: 'deactivated' },
} as const satisfies Lifecycle

/** A state of {@link userLifecycle}. */
export type UserState = keyof typeof userLifecycle

/** An event of {@link userLifecycle}. */
export type UserEvent = EventOf<typeof userLifecycle>
