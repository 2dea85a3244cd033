import type { Instant } from '../../kernel/clock.js'

/** Why an email is sent. */
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

/** Why an email is sent: to bring a link or a code, or to notify of a change. */
export type MailOccasion = (typeof mailOccasions)[number]

/** What an email is about. */
export interface MailContent {
  readonly occasion: MailOccasion
  readonly person: { readonly displayName: string; readonly userName: string }
  /** The name of the user's organization. */
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
  /** The addresses before and after `email_changed`. A reader of the previous mailbox sees both. */
  readonly former?: string
  readonly present?: string
}

/** How the host's emails look. */
export interface MailBrand {
  /** The portal's name, as users know it. */
  readonly name: string
  /** The button's color: `#rgb` or `#rrggbb`. Anything else is ignored. Default: `#2f60d8`. */
  readonly colour?: string
  /**
   * An `https:` address, or one at `http://localhost`; anything else is ignored. At least 64 pixels
   * high, and not SVG, which Gmail and Outlook don't show.
   */
  readonly logoUrl?: string
  /** What the law or the company requires below every email, at most ten lines. */
  readonly footer?: string
  /**
   * Whom to contact: an address, a telephone number or a page. Without it, emails point to the
   * organization's administrators.
   */
  readonly contact?: string
}

/** The texts of an email. Both parts carry the same facts. */
export interface MailTexts {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/**
 * The host's own templates for some of the emails. Content and brand arrive as one-line texts
 * without control characters, **not** escaped for HTML. The language is the user's own tag, such as
 * `pt-BR`, which Rosterkit may not have; `en` if unknown.
 */
export type MailTemplates = {
  readonly [O in MailOccasion]?: (
    content: MailContent,
    brand: MailBrand,
    language: string,
  ) => MailTexts
}
