import * as z from 'zod/mini'
import { actorSchema, type Actor } from '../../kernel/actor.js'
import type { Instant } from '../../kernel/clock.js'
import { covers } from '../../kernel/period.js'

/**
 * What placed a lock, and so who may remove it. Several locks can be in place at once; removing one
 * never removes another (docs/features.md, row 27).
 */
export const lockKinds = ['administrator', 'failed-sign-ins', 'inactivity', 'security'] as const

/** The kind of a lock; see {@link lockKinds}. */
export type LockKind = (typeof lockKinds)[number]

export const lockSchema = z.object({
  id: z.string(),
  kind: z.enum(lockKinds),
  reason: z.nullable(z.string()),
  actor: actorSchema,
  fromAt: z.string(),
  untilAt: z.nullable(z.string()),
})

/**
 * A lock on a user or an organization: in force from `fromAt` until just before `untilAt`, or
 * until lifted when that is null.
 */
export interface Lock {
  readonly id: string
  readonly kind: LockKind
  readonly reason: string | null
  readonly actor: Actor
  readonly fromAt: Instant
  readonly untilAt: Instant | null
}

/** The locks that hold at the instant, in the order they were put on. */
export function locksInForce(locks: readonly Lock[], at: Instant): Lock[] {
  return locks
    .filter((lock) => covers(lock.fromAt, lock.untilAt, at))
    .sort((a, b) => (a.fromAt < b.fromAt ? -1 : a.fromAt > b.fromAt ? 1 : 0))
}
