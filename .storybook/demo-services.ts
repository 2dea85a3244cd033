import {
  MailRefusal,
  type OneTimePasswords,
  type RosterOptions,
  type SecretHasher,
  type SecurityKeyCeremony,
} from '@rosterkit/core'
import { type OutgoingMail } from '@rosterkit/core/ports'

/** The mails that left, and the link that the last one to an address brought. */
export interface Mailbox {
  readonly mails: readonly OutgoingMail[]
  /** Addresses that the mail server does not know. */
  readonly unknown: Set<string>
  readonly tokenTo: (address: string) => string
}

/**
 * What a host would hand in for secrets, mails and ceremonies: quick, and in the page's memory.
 * Nothing here is fit for a portal.
 */
export function demoServices(): {
  readonly mailbox: Mailbox
  readonly services: Partial<RosterOptions>
} {
  const mails: OutgoingMail[] = []
  const unknown = new Set<string>()
  const mailbox: Mailbox = {
    mails,
    unknown,
    tokenTo: (address) =>
      tokenOf(
        mails
          .findLast(({ to }) => to.address === address)
          ?.text.match(/https:\/\/portal\.example\/redeem#\S+/)?.[0],
      ),
  }
  const mail = {
    async send(outgoing: OutgoingMail) {
      if (unknown.has(outgoing.to.address))
        throw new MailRefusal('550 5.1.1 There is no such mailbox here.', true)
      mails.push(outgoing)
    },
  }
  return {
    mailbox,
    services: {
      baseUrl: 'https://portal.example',
      brand: { name: 'Meridian', contact: 'help@portal.example' },
      mail,
      hasher: quickHasher(),
      blockList: { has: (plain) => plain === 'password password password' },
      securityKeys: trustingCeremony,
      oneTimePasswords: plainCodes,
      sealingKey: 'A'.repeat(43),
    },
  }
}

function tokenOf(link: string | null | undefined): string {
  const token = link?.split('#')[1]
  if (!token) throw new Error(`“${link}” carries no token.`)
  return token
}

function quickHasher(): SecretHasher {
  let salt = 0
  const digest = async (text: string, own: string) =>
    Array.from(
      new Uint8Array(
        await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${own}:${text}`)),
      ),
      (byte) => byte.toString(16).padStart(2, '0'),
    ).join('')
  return {
    async hash(text) {
      const own = String(salt++)
      return `${own}$${await digest(text, own)}`
    },
    async verify(text, stored) {
      const [own = '', hash] = stored.split('$')
      return hash === (await digest(text, own))
    },
    outdated: () => false,
  }
}

const base64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Believes every key that answers its challenge; a key that calls itself `worn` is refused. */
const trustingCeremony: SecurityKeyCeremony = {
  options: ({ userId, userName, displayName }) =>
    Promise.resolve({
      rp: { id: location.hostname, name: 'Meridian' },
      user: { id: base64Url(new TextEncoder().encode(userId)), name: userName, displayName },
      challenge: base64Url(crypto.getRandomValues(new Uint8Array(16))),
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    }),
  verify: (response, { challenge }) => {
    const { answered, credentialId } = response as { answered?: string; credentialId?: string }
    if (answered !== challenge)
      return Promise.resolve({
        verified: false,
        reason: 'The key answered another question. Start again.',
      })
    if (credentialId === 'worn')
      return Promise.resolve({
        verified: false,
        reason: 'The maker of this key has called it back. Use another one.',
      })
    return Promise.resolve({
      verified: true,
      key: {
        credentialId: credentialId ?? 'a2V5',
        publicKey: 'cHVibGlj',
        signCount: 0,
        transports: ['usb'],
        aaguid: 'ee882879-721c-4913-9775-3dfcce97072a',
        type: 'fido2',
        attestation: 'packed',
        userVerified: true,
        backedUp: false,
      },
    })
  },
  // Nobody signs in with a key here.
  useOptions: () => Promise.resolve({ challenge: '' }),
  verifyUse: () => Promise.resolve({ verified: false, reason: 'Keys are only registered here.' }),
}

/** An app whose code is always the last six characters of its secret. */
const plainCodes: OneTimePasswords = {
  newSecret: () => 'JBSWY3DPEHPK3PXPJBSWY3DPEH482093',
  address: ({ secret, account, issuer }) =>
    `otpauth://totp/${issuer}:${account}?secret=${secret}&issuer=${issuer}`,
  stepOf: (code, secret, at) =>
    code === secret.slice(-6) ? Math.floor(Date.parse(at) / 30_000) : null,
}

/**
 * What the page finds instead of a security key: one that is touched at once, that nobody touches,
 * or that was dismissed. Ends with the story.
 */
export function stubSecurityKey(behaviour: 'touched' | 'waits' | 'dismissed' | 'worn'): () => void {
  const credentials = navigator.credentials
  const real = Object.getOwnPropertyDescriptor(credentials, 'create')
  Object.defineProperty(credentials, 'create', {
    configurable: true,
    value: (options: { publicKey: { challenge: ArrayBuffer }; signal?: AbortSignal }) => {
      if (behaviour === 'dismissed') return Promise.reject(new DOMException('', 'NotAllowedError'))
      if (behaviour === 'waits')
        return new Promise((_, reject) =>
          options.signal?.addEventListener('abort', () =>
            reject(new DOMException('', 'AbortError')),
          ),
        )
      const answered = base64Url(new Uint8Array(options.publicKey.challenge))
      return Promise.resolve({
        toJSON: () => ({
          id: 'a2V5',
          rawId: 'a2V5',
          type: 'public-key',
          response: {},
          answered,
          ...(behaviour === 'worn' ? { credentialId: 'worn' } : {}),
        }),
      })
    },
  })
  return () => {
    if (real) Object.defineProperty(credentials, 'create', real)
    else Reflect.deleteProperty(credentials, 'create')
  }
}
