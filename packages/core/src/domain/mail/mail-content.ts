import type { Instant } from '../../kernel/clock.js'

/** Why a mail is written. */
export const mailOccasions = [
  'activation',
  'recovery',
  'enrolment',
  'reset_code',
  'factor_added',
  'factor_removed',
  'factors_reset',
  'password_changed',
  'password_reset',
  'password_removed',
  'email_changed',
  'secret_code_changed',
] as const

/** Why a mail is written: to bring a link or a code, or to give notice of a change. */
export type MailOccasion = (typeof mailOccasions)[number]

/** What a mail is about. */
export interface MailContent {
  readonly occasion: MailOccasion
  readonly person: { readonly displayName: string; readonly userName: string }
  /** The name of the person's organization. */
  readonly organization: string
  /** When it happened or was asked for. */
  readonly at: Instant
  /**
   * Where the button leads: the secret of an activation, recovery or enrolment; of a reset code the
   * page where it is entered. Notices show none: a link in them is what a forger would send.
   */
  readonly link?: string
  /** Of `reset_code`. */
  readonly code?: string
  /** When the link or code ends. */
  readonly expiresAt?: Instant
  /** The name of the authenticator that was added or removed. */
  readonly factor?: string
  /**
   * The addresses before and after `email_changed`; whoever reads the former mailbox reads both.
   */
  readonly former?: string
  readonly present?: string
}

/** How the host's mails look. */
export interface MailBrand {
  /** The portal's name, as people know it. */
  readonly name: string
  /** Of the button: `#rgb` or `#rrggbb`. Anything else counts as left out. Default: `#2f60d8`. */
  readonly colour?: string
  /**
   * An `https:` address, or one at `http://localhost`; anything else is left out. At least 64
   * pixels high, and no SVG, which Gmail and Outlook do not show.
   */
  readonly logoUrl?: string
  /** What the law or the house wants below every mail, at most ten lines. */
  readonly footer?: string
  /**
   * Whom to ask: an address, a telephone number or a page. Without it, mails point to the
   * administrators of the organization.
   */
  readonly contact?: string
}

/** A mail's texts. Both parts carry the same facts. */
export interface MailTexts {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * The host's own way of writing some of the mails. Content and brand arrive as one-line texts
 * without control characters, **not** escaped for HTML. The language is the person's own tag, such
 * as `pt-BR`, which may be one that Rosterkit does not write; `en` when unknown.
 */
export type MailTemplates = {
  readonly [O in MailOccasion]?: (
    content: MailContent,
    brand: MailBrand,
    language: string,
  ) => MailTexts
}
