import type {
  MailRefusal,
  MailTransport,
  OneTimePasswords,
  RosterOptions,
  SecretHasher,
  SecurityKeyCeremony,
} from '@rosterkit/core'
import type { OutgoingMail } from '@rosterkit/core/ports'

/** A mail transport that keeps what it is given; `refuse` makes the next ones fail. */
export function mailbox(): MailTransport & {
  readonly mails: OutgoingMail[]
  refuse: MailRefusal | Error | null
  readonly linkTo: (address: string) => string
  readonly tokenTo: (address: string) => string
} {
  const mails: OutgoingMail[] = []
  const box = {
    mails,
    refuse: null as MailRefusal | Error | null,
    async send(mail: OutgoingMail) {
      if (box.refuse) throw box.refuse
      mails.push(mail)
    },
    linkTo(address: string) {
      const link = mails
        .findLast(({ to }) => to.address === address)
        ?.text.match(/https:\/\/portal\.example\/redeem#\S+/)?.[0]
      if (!link) throw new Error(`No link was mailed to ${address}.`)
      return link
    },
    tokenTo: (address: string) => tokenOf(box.linkTo(address)),
  }
  return box
}

/** What stands behind the `#` of a link. */
export function tokenOf(link: string | null | undefined): string {
  const token = link?.split('#')[1]
  if (!token) throw new Error(`“${link}” carries no token.`)
  return token
}

/**
 * A hasher that is quick, for tests about rules; salted all the same, so that equal texts differ.
 */
export function quickHasher(): SecretHasher & {
  readonly work: { hashed: number; verified: number }
} {
  let salt = 0
  const work = { hashed: 0, verified: 0 }
  const digest = async (text: string, own: number) =>
    Buffer.from(
      await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${own}:${text}`)),
    ).toString('base64url')
  return {
    work,
    async hash(text) {
      work.hashed++
      const own = salt++
      return `$quick$${own}$${await digest(text, own)}`
    },
    async verify(text, stored) {
      work.verified++
      const [, scheme, own, hash] = stored.split('$')
      return scheme === 'quick' && hash === (await digest(text, Number(own)))
    },
    outdated: () => false,
  }
}

/**
 * A ceremony whose keys are whatever the test says: the answer is the key. What a real one judges
 * is tested with the adapter.
 */
export const trustingCeremony: SecurityKeyCeremony = {
  options: ({ userId, boundCredentialIds }) =>
    Promise.resolve({
      challenge: crypto.randomUUID(),
      user: { id: userId },
      excludeCredentials: boundCredentialIds,
    }),
  verify: (response, { challenge }) => {
    const {
      answered,
      credentialId,
      type = 'fido2',
    } = response as { answered?: string; credentialId?: string; type?: 'fido2' | 'u2f' }
    if (answered !== challenge)
      return Promise.resolve({
        verified: false,
        reason: 'The key answered another question. Start again.',
      })
    return Promise.resolve({
      verified: true,
      key: {
        credentialId: credentialId ?? 'a2V5',
        publicKey: 'cHVibGlj',
        signCount: 0,
        transports: ['usb'],
        aaguid: 'ee882879-721c-4913-9775-3dfcce97072a',
        type,
        attestation: 'packed',
        userVerified: true,
        backedUp: false,
      },
    })
  },
  useOptions: (keys) => Promise.resolve({ challenge: crypto.randomUUID(), allowCredentials: keys }),
  verifyUse: (response, { challenge, signCount }) =>
    Promise.resolve(
      (response as { answered?: string }).answered === challenge
        ? { verified: true, signCount: signCount + 1, userVerified: true }
        : { verified: false, reason: 'The key answered another question. Start again.' },
    ),
}

/**
 * An app whose code is always the last six characters of its secret, and whose step is the minute.
 */
export const plainCodes: OneTimePasswords = {
  newSecret: () => crypto.randomUUID().replaceAll('-', '').toUpperCase(),
  address: ({ secret, account, issuer }) => `otpauth://totp/${issuer}:${account}?secret=${secret}`,
  stepOf: (code, secret, at, afterStep) => {
    const step = Math.floor(Date.parse(at) / 60_000)
    return code === secret.slice(-6) && (afterStep === null || step > afterStep) ? step : null
  },
}

/**
 * A roster with everything that secrets need, for {@link openWorld}; the mailbox stands beside it.
 */
export function withServices(options: Partial<RosterOptions> = {}) {
  const mail = mailbox()
  const hasher = quickHasher()
  const services = {
    baseUrl: 'https://portal.example',
    brand: { name: 'Harbourline', contact: 'help@portal.example' },
    mail,
    hasher,
    securityKeys: trustingCeremony,
    oneTimePasswords: plainCodes,
    sealingKey: Buffer.alloc(32, 7).toString('base64url'),
    ...options,
  } satisfies Partial<RosterOptions>
  return { mail, hasher, services }
}
