import * as z from 'zod/mini'
import type { Actor } from '../../kernel/actor.js'
import { plusSeconds, type Instant } from '../../kernel/clock.js'
import type { OwnedRecord } from '../stores/owned-record-store.js'

/**
 * What a link can be for: finishing onboarding, choosing a new password, registering a factor, and
 * replacing a password that was good for one sign-in.
 */
export const linkPurposes = ['activation', 'recovery', 'enrolment', 'new_password'] as const

/** What one link is for. */
export type LinkPurpose = (typeof linkPurposes)[number]

/** What a secret can be for: a link, a reset code, or a ceremony in progress. */
export const secretPurposes = [...linkPurposes, 'reset_code', 'security_key', 'totp'] as const

/** What one secret is for. */
export type SecretPurpose = (typeof secretPurposes)[number]

/** One copy of a secret. A link that is emailed and shown has two; using one uses up both. */
export interface SecretCopy {
  /**
   * Of a link SHA-256 in base64url; of a code the hasher's own form, because a code is short enough
   * to be guessed.
   */
  readonly hash: string
  /**
   * The address this copy was emailed to. Using it proves that the user reads there. Null if it was
   * shown to an administrator.
   */
  readonly address: string | null
}

/**
 * Something that a user will bring back: bound to one user, their home organization and one
 * purpose, kept as a hash, used once. It ends when it expires and with everything that ends the
 * user's access or changes their address. Its `key` is its purpose, so a user has at most one of
 * each: a new one replaces the old one.
 */
export interface Secret extends OwnedRecord {
  readonly purpose: SecretPurpose
  readonly copies: readonly SecretCopy[]
  readonly issuedAt: Instant
  readonly issuedBy: Actor
  readonly expiresAt: Instant
  readonly wrongTries: number
  /** What a ceremony goes on with; nothing secret in clear. */
  readonly data: Readonly<Record<string, string>>
}

/** A user who comes with a link: their secret, and the copy that they used. */
export interface Bearer {
  readonly secret: Secret
  readonly copy: SecretCopy
}

/**
 * Whether the secret's time is not over at the instant: good up to its end, and from then on no
 * longer.
 */
export function live(secret: Secret, at: Instant): boolean {
  return at < secret.expiresAt
}

export const secretViewSchema = z.object({
  purpose: z.enum(secretPurposes),
  issuedAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
  /** The addresses that copies were emailed to. */
  sentTo: z.array(z.string()),
})

/** What is open for a user, as administrators see it; never the secret. */
export type SecretView = z.infer<typeof secretViewSchema>

/** When a secret that is made at the instant ends. */
export function endOf(
  at: Instant,
  lifetime: { readonly hours: number } | { readonly minutes: number },
): Instant {
  return plusSeconds(at, 'hours' in lifetime ? lifetime.hours * 3600 : lifetime.minutes * 60)
}
