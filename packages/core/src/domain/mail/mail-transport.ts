/** One mail to one address, ready to be sent. */
export interface OutgoingMail {
  /**
   * The same in every try of this mail, so that a reader who gets it twice sees one:
   * `0198….@portal.example`, without angle brackets.
   */
  readonly messageId: string
  /**
   * Passed as two values and never as one string, which a mail library could read as several
   * recipients.
   */
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The language of the texts, such as `de` or `pt-BR`. */
  readonly language: string
}

/**
 * Hands messages to the outside world: SMTP, a provider's API, a queue. The outbox keeps each
 * message until `send` has resolved, retries with growing pauses, and shows what could not be
 * delivered. Prove an adapter with `describeMailTransport` of `@rosterkit/core/testing`.
 */
export interface MailTransport {
  /**
   * Resolves once another system is responsible for the message. Rejects otherwise, with a
   * {@link MailRefusal} if the reason is known; any other rejection is treated as temporary. Never
   * changes the recipient, and takes no longer than the outbox's lease of five minutes.
   */
  send(mail: OutgoingMail): Promise<void>
}

/**
 * Why a message was not accepted. Recognized by its `code`, because two copies of a package may
 * meet.
 */
export class MailRefusal extends Error {
  override readonly name = 'MailRefusal'
  readonly code = 'mail_refused'
  /**
   * @param message For administrators: what the mail server said, in one line, without secrets.
   * @param permanent Whether another try can never succeed, such as for a mailbox that does not
   *   exist (SMTP 5xx).
   */
  constructor(
    message: string,
    readonly permanent: boolean,
  ) {
    super(message)
  }
}
