import { MailRefusal } from '@rosterkit/core'
import { type OutgoingMail } from '@rosterkit/core/ports'

// An address whose every reader sees the same single mailbox: a dot-atom at a domain name (RFC 5321
// §4.1.2), in ASCII. Quoted local parts, comments and address literals are legal too, but mail
// libraries disagree about them, and a disagreement sends a secret to somebody else.
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
const domain = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i
const longestLocalPart = 64
const longestAddress = 254

// Line ends would begin a new header line; no other control character has business in one either.
const controlCharacter = /[\p{Cc}\u2028\u2029]/u
const messageId = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9.-]+$/i
const languageTag = /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i

/**
 * Refuses for good a mail that a mail server or library could read as anything else than one mail
 * to one mailbox: an address that is not one plain ASCII address, a line end or other control
 * character in name, subject, message id or language, a character that is broken. Texts may hold
 * line ends.
 */
export function checkMail(mail: OutgoingMail): void {
  const problem = problemOf(mail)
  if (problem !== null) throw new MailRefusal(problem, true)
}

/** Whether text is exactly one e-mail address that nobody can read as another or as several. */
export function isPlainAddress(address: string): boolean {
  const at = address.lastIndexOf('@')
  return (
    address.length <= longestAddress &&
    at > 0 &&
    at <= longestLocalPart &&
    localPart.test(address.slice(0, at)) &&
    domain.test(address.slice(at + 1))
  )
}

/** Whether text can stand on one line of a mail's head. */
export function isOneLine(text: string): boolean {
  return text.isWellFormed() && !controlCharacter.test(text)
}

function problemOf({
  messageId: id,
  to,
  subject,
  text,
  html,
  language,
}: OutgoingMail): string | null {
  if (!isPlainAddress(to.address))
    return 'The address is not one plain e-mail address. Correct it on the person’s page.'
  if (!isOneLine(to.name))
    return 'The person’s name holds a line end or an invisible control character. Type the name again.'
  if (!isOneLine(subject)) return 'The subject holds a line end or an invisible control character.'
  if (!messageId.test(id)) return 'The message id is not of the form “text@domain”.'
  if (!languageTag.test(language))
    return 'The language is not a language tag such as “de” or “pt-BR”.'
  if (!text.isWellFormed() || !html.isWellFormed()) return 'The text holds a broken character.'
  return null
}
