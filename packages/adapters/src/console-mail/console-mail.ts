import type { MailTransport } from '@rosterkit/core'
import { checkMail } from '../mail/checked-mail.js'

/** Where {@link consoleMail} prints. */
export interface ConsoleMailOptions {
  /**
   * Takes each mail as one text of several lines, line end included. Default: the process's
   * standard output.
   */
  readonly write?: (text: string) => void
}

/**
 * Prints mails instead of sending them, for development: who it is for, the subject, and the text
 * with its links. The HTML version is left out. Refuses what {@link smtpMail} would refuse, so that
 * a broken address is found before it meets a real mail server. Control characters are printed as
 * their visible symbols, because a terminal obeys them.
 *
 * Not for production: the mails hold links and codes, and logs are kept.
 */
export function consoleMail({
  write = (text) => void process.stdout.write(text),
}: ConsoleMailOptions = {}): MailTransport {
  return {
    // Asynchronous, so that a refusal is a rejection here as it is from every other transport.
    async send(mail) {
      checkMail(mail)
      const { name, address } = mail.to
      const head = [
        `── Mail, printed and not sent ${'─'.repeat(40)}`,
        `To:         ${name === '' ? address : `${name} <${address}>`}`,
        `Subject:    ${mail.subject}`,
        `Language:   ${mail.language}`,
        `Message-ID: <${mail.messageId}>`,
      ]
      write(`${[...head, '', printable(mail.text.trimEnd()), '─'.repeat(70)].join('\n')}\n`)
    },
  }
}

/**
 * Shows control characters other than line ends and tabs as the symbols that Unicode has for them.
 */
function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/[^\P{Cc}\n\t]/gu, (character) => {
    const code = character.codePointAt(0)!
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\u2421'
  })
}
