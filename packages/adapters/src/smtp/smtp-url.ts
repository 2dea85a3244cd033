import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

/** A mail server as its url names it. */
export interface SmtpServer {
  readonly connection: SMTPConnectionOptions
  /** Null where the url names no user. */
  readonly login: SMTPConnectionAuth | null
}

/**
 * Reads the url of a mail server. Throws a `TypeError` for one that cannot be meant, without
 * repeating it, because it may hold a password. Read here and not by the library, whose urls can
 * switch off the verification of certificates.
 */
export function serverOf(url: string, unencrypted: boolean): SmtpServer {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (
    parsed === null ||
    (parsed.protocol !== 'smtp:' && parsed.protocol !== 'smtps:') ||
    parsed.hostname === ''
  )
    throw new TypeError('smtpMail: url must look like “smtps://user:password@mail.example.com”.')
  if (!['', '/'].includes(parsed.pathname) || parsed.search !== '' || parsed.hash !== '')
    throw new TypeError('smtpMail: url must end after the port; settings in it are not read.')
  const secure = parsed.protocol === 'smtps:'
  const host = parsed.hostname.replaceAll(/^\[|\]$/g, '')
  return {
    connection: {
      host,
      port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
      secure,
      // Asked for even where the server does not offer it: whoever stands between could have struck
      // the offer out.
      requireTLS: !secure && !unencrypted && !isThisMachine(host),
      tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    },
    login: parsed.username === '' ? null : loginOf(parsed),
  }
}

function loginOf({ username, password }: URL): SMTPConnectionAuth {
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
  } catch {
    throw new TypeError(
      'smtpMail: user and password in the url must be percent-encoded: “%” itself is “%25”.',
    )
  }
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}
