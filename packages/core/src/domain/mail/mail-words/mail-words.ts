import type { MailOccasion } from '../mail-content.js'

/**
 * Mails that lead to a page: by a link that is itself the secret, or with a code to enter there.
 */
type LeadingOccasion = 'activation' | 'recovery' | 'enrolment' | 'reset_code'

/**
 * Every sentence of the mails in one language. Between braces stands what is filled in: `{brand}`
 * in any sentence of an occasion, elsewhere what the comment names. Sentences have no markup, and
 * none depends on a user's gender.
 */
export interface MailWords {
  readonly direction: 'ltr' | 'rtl'
  /**
   * How `Intl` writes instants; named in full, so that a reader's region never changes the calendar
   * or the digits of an expiry.
   */
  readonly dateLocale: string
  /** Of `{title}` and `{brand}`. */
  readonly subject: string
  /**
   * Of `{user}`. After it a sentence begins, which in German has to start with a word that is a
   * capital anyway.
   */
  readonly greeting: string
  /** Between a label and its value in the text part. */
  readonly separator: string
  readonly labels: {
    readonly userName: string
    readonly organization: string
    readonly factor: string
    readonly former: string
    readonly present: string
    readonly at: string
    readonly requestedAt: string
  }
  /** How long it works, until `{expiresAt}`; for a link and for a code. */
  readonly linkEnds: string
  readonly codeEnds: string
  /** Before the bare link below the button. */
  readonly copyLink: string
  readonly keepCodeSecret: string
  /**
   * Under a link or code: what to do about a mail that no one expected; asking `{contact}`, or
   * without one.
   */
  readonly unasked: { readonly contact: string; readonly noContact: string }
  /** Under a notice: nothing to do when it was expected. */
  readonly expected: string
  /** Under a notice: whom to tell when it was not; `{contact}`, or without one. */
  readonly unexpected: { readonly contact: string; readonly noContact: string }
  readonly occasions: {
    readonly [O in MailOccasion]: O extends LeadingOccasion ? LeadingWords : NoticeWords
  }
}

interface NoticeWords {
  /** Heading and subject, without `{brand}`; at most 60 characters. */
  readonly title: string
  readonly happened: string
}

interface LeadingWords extends NoticeWords {
  /** What to do. */
  readonly next: string
  readonly button: string
}
