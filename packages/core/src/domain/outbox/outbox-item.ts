import * as z from 'zod/mini'
import type { Instant } from '../../kernel/clock.js'
import { mailOccasions, type MailContent } from '../mail/mail-content.js'

/**
 * How a mail stands: waiting for its next try, handed on, given up, or no longer wanted because
 * what it would bring has been replaced or is over.
 */
export const outboxStates = ['queued', 'sent', 'failed', 'obsolete'] as const

/** How one mail stands. */
export type OutboxState = (typeof outboxStates)[number]

/**
 * A mail that was promised with a change and committed with it (features row 35): one to one
 * address. Holds no secret; a link or code is made when it is sent, and only its hash is kept.
 */
export interface OutboxItem {
  readonly id: string
  readonly version: number
  /** The home organization of the person when it was queued. */
  readonly organizationId: string
  /** Whom it is about; null for a request whose username nobody has looked up yet. */
  readonly userId: string | null
  readonly state: OutboxState
  readonly queuedAt: Instant
  /**
   * Not tried before this instant. While it is being sent, this is when another worker may take it
   * over.
   */
  readonly dueAt: Instant
  readonly attempts: number
  readonly sentAt: Instant | null
  /** Why the last try failed, in one line for administrators. */
  readonly lastError: string | null
  readonly task: OutboxTask
}

/**
 * What is to be done for a mail: write to somebody, or find out first whom a forgotten password's
 * request is about. What the host must be told to do stands in the same outbox.
 */
export type OutboxTask =
  | {
      readonly kind: 'write'
      readonly to: { readonly name: string; readonly address: string }
      readonly language: string | null
      readonly content: Omit<MailContent, 'link' | 'code' | 'expiresAt'>
      readonly secretId: string | null
    }
  | {
      readonly kind: 'recovery_request'
      readonly userName: string
      readonly organizationId: string | null
    }
  | {
      readonly kind: 'session_revocation'
      readonly userId: string
      readonly sessionIds: readonly string[] | null
    }

export const messageViewSchema = z.object({
  id: z.string(),
  occasion: z.enum(mailOccasions),
  address: z.string(),
  state: z.enum(outboxStates),
  queuedAt: z.string(),
  sentAt: z.nullable(z.string()),
  attempts: z.number(),
  /** When it is tried next, while it is queued. */
  dueAt: z.nullable(z.string()),
  lastError: z.nullable(z.string()),
})

/** A mail to a person, as administrators see it. */
export type MessageView = z.infer<typeof messageViewSchema>
