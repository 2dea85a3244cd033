import * as z from 'zod/mini'
import { actorSchema, type Actor } from '../../kernel/actor.js'
import { changeSchema, subjectSchema, type Change } from '../../kernel/change.js'
import type { Instant } from '../../kernel/clock.js'
import { sha256Hex } from '../../kernel/digest.js'

export const auditEventSchema = z.object({
  id: z.string(),
  organizationId: z.string(),
  sequence: z.number(),
  at: z.string(),
  event: z.string(),
  operation: z.string(),
  outcome: z.enum(['succeeded', 'refused']),
  failure: z.nullable(z.string()),
  actor: actorSchema,
  subject: z.nullable(subjectSchema),
  reason: z.nullable(z.string()),
  changes: z.array(changeSchema),
  origin: z.object({
    requestId: z.nullable(z.string()),
    address: z.nullable(z.string()),
    userAgent: z.nullable(z.string()),
  }),
  previousHash: z.string(),
  hash: z.string(),
})

/** Where a request came from, as far as the host says. */
export interface Origin {
  readonly requestId: string | null
  readonly address: string | null
  readonly userAgent: string | null
}

/** What happened, before it takes its place in the chain of its organization. */
export interface AuditRecord {
  readonly id: string
  /**
   * Whose chain it belongs to: the subject's organization, or the caller's when the subject is not
   * theirs to see.
   */
  readonly organizationId: string
  readonly at: Instant
  /** The fact: `user.locked`. */
  readonly event: string
  /** The operation that was called: `users.lock`. */
  readonly operation: string
  readonly outcome: 'succeeded' | 'refused'
  /** Why it was refused, as a failure code. */
  readonly failure: string | null
  readonly actor: Actor
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string } | null
  readonly reason: string | null
  readonly changes: readonly Change[]
  readonly origin: Origin
}

/** An audit event in its organization's chain. */
export interface AuditEvent extends AuditRecord {
  /** 1, 2, 3 … within the organization, without a gap. */
  readonly sequence: number
  /** The hash of the event before, or 64 zeros for the first. */
  readonly previousHash: string
  /** SHA-256, in hex, over this event without this field. */
  readonly hash: string
}

/** The hash before the first event of a chain. */
export const firstHash = '0'.repeat(64)

/**
 * Puts a record behind the chain's head: its number, and the hashes that make a later edit or gap
 * provable (ASVS 16.4.2).
 */
export async function chained(
  record: AuditRecord,
  head: { readonly sequence: number; readonly hash: string } | null,
): Promise<AuditEvent> {
  const linked = {
    ...record,
    sequence: (head?.sequence ?? 0) + 1,
    previousHash: head?.hash ?? firstHash,
  }
  return { ...linked, hash: await hashOf(linked) }
}

/**
 * The first event whose number, link or content does not fit the chain before it; null when all do.
 * Events in order of sequence, from the first.
 */
export async function firstBroken(
  events: AsyncIterable<AuditEvent> | Iterable<AuditEvent>,
): Promise<AuditEvent | null> {
  let head: { sequence: number; hash: string } | null = null
  for await (const { hash, ...linked } of events) {
    const fits =
      linked.sequence === (head?.sequence ?? 0) + 1 &&
      linked.previousHash === (head?.hash ?? firstHash) &&
      hash === (await hashOf(linked))
    if (!fits) return { ...linked, hash }
    head = { sequence: linked.sequence, hash }
  }
  return null
}

async function hashOf(event: Omit<AuditEvent, 'hash'>): Promise<string> {
  return sha256Hex(canonical(event))
}

/** JSON with the keys of every object in order, so that a store may give them back in any. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`
}
