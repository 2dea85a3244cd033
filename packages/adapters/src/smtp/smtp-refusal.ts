import { MailRefusal } from '@rosterkit/core'

// The commands whose answer is about this mail. What a server says to a greeting or a login
// concerns the host's settings.
const aboutTheMail = ['MAIL FROM', 'RCPT TO', 'DATA']
// “Log in first”, “encrypt first” and their like (RFC 4954 §6): said to MAIL FROM too, and never
// the mail's fault.
const aboutTheLogin = [530, 534, 535, 538]

// How Node names a certificate that it does not take; the library puts its own name for “socket” on
// top.
const untrusted = /CERT|SIGNATURE|ISSUER|^ERR_SSL|^ERR_TLS/

const longestMessage = 300

/** A refusal after which another try may succeed. */
export function passing(message: string): MailRefusal {
  return new MailRefusal(message, false)
}

/** What went wrong while talking to a mail server, as the outbox wants to know it. */
export function refusalOf(error: unknown): MailRefusal {
  if (error instanceof MailRefusal) return error
  if (!(error instanceof Error)) return passing('The mail could not be sent.')
  const { code, originalCode, command, response, responseCode } = error as Error &
    Partial<Record<'code' | 'originalCode' | 'command' | 'response' | 'responseCode', unknown>>
  if (typeof response === 'string' && typeof responseCode === 'number') {
    const permanent =
      responseCode >= 500 &&
      responseCode < 600 &&
      aboutTheMail.includes(String(command)) &&
      !aboutTheLogin.includes(responseCode)
    return new MailRefusal(oneLine(`The mail server answered ${response}`), permanent)
  }
  return passing(
    oneLine(
      sentenceOf(untrusted.test(String(originalCode)) ? 'ETLS' : String(code), error.message),
    ),
  )
}

function sentenceOf(code: string, message: string): string {
  switch (code) {
    case 'EDNS':
      return 'The mail server’s name is not known. Check the host in its url.'
    case 'ETIMEDOUT':
      return 'The mail server did not answer in time.'
    case 'EAUTH':
      return 'The mail server offers no way to log in that is known here. Check the user and password in its url.'
    case 'ETLS':
      return `The connection to the mail server could not be encrypted safely: ${message}.`
    default:
      return `The mail server cannot be reached: ${message}.`
  }
}

/** What a stranger's server said, fit for one line of a log or table. */
function oneLine(text: string): string {
  const flat = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
  return flat.length <= longestMessage ? flat : `${flat.slice(0, longestMessage - 1)}…`
}
