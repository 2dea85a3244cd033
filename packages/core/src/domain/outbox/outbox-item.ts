import * as z from 'zod/mini'
import type { Instant } from '../../kernel/clock.js'
import { mailOccasions, type MailContent } from '../mail/mail-content.js'

/**
 * The state of a message: waiting for its next try, handed on, failed, or obsolete because its link
 * or code was replaced or has expired.
 */
export const outboxStates = ['queued', 'sent', 'failed', 'obsolete'] as const

/** The state of one message. */
export type OutboxState = (typeof outboxStates)[number]

/**
 * An item of the outbox, committed with the change that caused it (docs/features.md, row 35). Has
 * no secret: a link or code is made when the message is sent, and only its hash is kept.
 */
export interface OutboxItem {
  readonly id: string
  readonly version: number
  /** The home organization of the user when it was queued. */
  readonly organizationId: string
  /** The user it is about; null for a request whose username hasn't been looked up yet. */
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
 * What to do: write to a user, find out first whom a forgotten password's request is about, or tell
 * the host to end sessions.
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

/** A message to a user, as administrators see it. */
export type MessageView = z.infer<typeof messageViewSchema>
