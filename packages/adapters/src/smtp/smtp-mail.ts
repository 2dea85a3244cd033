import type { MailTransport } from '@rosterkit/core'
import type { OutgoingMail } from '@rosterkit/core/ports'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { checkMail, isOneLine, isPlainAddress } from '../mail/checked-mail.js'
import { passing, refusalOf } from './smtp-refusal.js'
import { serverOf, type SmtpServer } from './smtp-url.js'

/** Where {@link smtpMail} sends, and as whom. */
export interface SmtpMailOptions {
  /**
   * The mail server: `smtps://user:password@mail.example.com` (encrypted from the start, port 465
   * unless it says otherwise) or `smtp://…` (encrypted with STARTTLS, port 587 unless it says
   * otherwise). User and password are percent-encoded.
   */
  readonly url: string
  /** Who the mails come from. One plain address; what cannot be delivered comes back to it. */
  readonly from: { readonly name: string; readonly address: string }
  /**
   * How long one mail may take from the first look-up to the server's word that it has it, in
   * milliseconds: 1 to 240,000. Default 60,000.
   */
  readonly timeoutMs?: number
  /**
   * Also send over `smtp://` where the server offers no encryption. Mails hold links that open
   * accounts, so the default is to do so only to this machine itself (`localhost`, `127.0.0.1`,
   * `::1`), as to a mail catcher.
   */
  readonly unencrypted?: boolean
}

/** A {@link MailTransport} that speaks SMTP. */
export interface SmtpMail extends MailTransport {
  /**
   * Waits for the mails that are under way, each within its time limit, and ends their connections.
   * Later mails are refused as passing. Safe to call twice.
   */
  close(): Promise<void>
}

// The outbox's lease is five minutes; what is refused later than that would be sent twice.
const longestTimeoutMs = 240_000

/**
 * Sends mails over SMTP, one connection a mail; needs the package `nodemailer`. Each mail goes to
 * exactly one recipient, named to the server letter for letter as the roster stores it; an address,
 * name or subject that could be read as more than that is refused for good before anything is sent.
 * Certificates are verified against the machine's authorities (others with Node's
 * `NODE_EXTRA_CA_CERTS`).
 *
 * Refusals say what the server said. Those that name the mail, its sender or its recipient with a
 * code from 500 are permanent (RFC 5321 §4.2.1). All others are passing: 4xx, a server that cannot
 * be reached, is slow or hangs up, an untrusted certificate, and also a wrong password (530, 534,
 * 535, 538), because that is for the host to mend and no reason to throw mails away. When the
 * connection breaks after the text was sent, nobody knows whether the server has it; the mail
 * counts as refused and comes again with the same Message-ID.
 *
 * Throws a `TypeError` or `RangeError` when the options cannot be meant.
 */
export function smtpMail({
  url,
  from,
  timeoutMs = 60_000,
  unencrypted = false,
}: SmtpMailOptions): SmtpMail {
  const server = serverOf(url, unencrypted)
  if (!isPlainAddress(from.address))
    throw new TypeError(
      `smtpMail: from.address must be one plain e-mail address, and is ${JSON.stringify(from.address)}.`,
    )
  if (!isOneLine(from.name))
    throw new TypeError('smtpMail: from.name must be one line without control characters.')
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > longestTimeoutMs)
    throw new RangeError(
      `smtpMail: timeoutMs must be a whole number from 1 to ${longestTimeoutMs}.`,
    )

  const underWay = new Set<Promise<void>>()
  const open = new Set<SMTPConnection>()
  let closed = false

  return {
    async send(mail) {
      checkMail(mail)
      if (closed) throw passing('This mail transport was closed.')
      const sent = composed(mail, from).then((source) =>
        deliver({ server, from: from.address, to: mail.to.address, source, timeoutMs, open }),
      )
      underWay.add(sent)
      try {
        await sent
      } finally {
        underWay.delete(sent)
      }
    },

    async close() {
      closed = true
      await Promise.allSettled(underWay)
      for (const connection of open) connection.close()
    },
  }
}

/** The mail as it travels (RFC 5322, MIME). */
async function composed(mail: OutgoingMail, from: SmtpMailOptions['from']): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: mail.to.name, address: mail.to.address },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    // Tells holiday notices and mailing lists not to answer (RFC 3834 §5).
    headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
  return composer.compile().build()
}

interface Delivery {
  readonly server: SmtpServer
  readonly from: string
  readonly to: string
  readonly source: Buffer
  readonly timeoutMs: number
  readonly open: Set<SMTPConnection>
}

/** Gives one mail to the server. Resolves when the server has said that it has it. */
function deliver({ server, from, to, source, timeoutMs, open }: Delivery): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection({
      ...server.connection,
      connectionTimeout: timeoutMs,
      dnsTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      socketCloseTimeout: 0,
    })
    const forget = () => {
      clearTimeout(deadline)
      open.delete(connection)
    }
    const fail = (error: unknown) => {
      reject(refusalOf(error))
      connection.close()
      // A connection that never came about does not tell of its end.
      forget()
    }
    // The library's own limits are those of silence; a server that says a word a second would never
    // meet them.
    const deadline = setTimeout(
      () => fail(passing(`The mail server took longer than ${timeoutMs / 1000} seconds.`)),
      timeoutMs,
    )

    open.add(connection)
    connection.on('error', fail)
    connection.once('end', () => {
      forget()
      // Settled already, unless the server hung up in the middle.
      reject(passing('The mail server hung up before it had taken the mail.'))
    })

    const transfer = () =>
      // The envelope is given by hand: derived from the headers, it would be the library's reading
      // of the address.
      connection.send({ from, to: [to], size: source.length }, source, (error) => {
        if (error) return fail(error)
        resolve()
        connection.quit()
      })

    connection.connect((error) => {
      if (error) return fail(error)
      if (server.login === null) return transfer()
      connection.login(server.login, (refused) => (refused ? fail(refused) : transfer()))
    })
  })
}
