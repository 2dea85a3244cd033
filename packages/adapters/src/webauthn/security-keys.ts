import type { SecurityKeyCeremony } from '@rosterkit/core'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { createHash, timingSafeEqual, X509Certificate } from 'node:crypto'
import * as z from 'zod/mini'
import {
  broken,
  checkPolicy,
  checkStatement,
  readAttestationObject,
  uuidOf,
  type AttestationFormat,
  type AttestationPolicy,
} from './attestation.js'
import { readAuthenticatorData, type AuthenticatorData } from './authenticator-data.js'
import { readWholeCbor } from './cbor.js'
import { checkClientData } from './client-data.js'
import { algorithmId, readPublicKey, signedBy, type SignatureAlgorithm } from './public-key.js'
import { reasons, Refused, refuse } from './refused.js'

/** The website that keys are registered with, and which keys it takes. */
export interface SecurityKeysOptions {
  /**
   * The domain that keys are bound to: that of the website or one above it, such as `example.com`.
   * Keys stop working when it changes.
   */
  readonly rpId: string
  /** The website's name as the browser shows it. */
  readonly rpName: string
  /**
   * Where the pages with the ceremony are served from, such as `https://portal.example.com`;
   * compared letter for letter.
   */
  readonly origins: readonly string[]
  /**
   * Websites whose pages may show ours inside (in an iframe). Default: none, and whoever is shown
   * inside is refused.
   */
  readonly embeddedIn?: readonly string[]
  /**
   * Whether the key asks for a PIN or fingerprint: `required` refuses one that did not, which
   * excludes U2F. Default `preferred`.
   */
  readonly userVerification?: 'required' | 'preferred' | 'discouraged'
  /**
   * Whether a key must prove its make. `any` (the default) takes every key, also one that proves
   * nothing; `required` refuses those without a certificate of their maker. The browser may ask the
   * person's leave to tell the make.
   */
  readonly attestation?: 'any' | 'required'
  /**
   * With `attestation: 'required'`: the certificates that a proof must lead to, in PEM, for each
   * format. A format that is not named is refused. Without roots nobody vouches for the proof, so a
   * key that was built to deceive can name itself any product; but `apple` and `android-key` always
   * lead to the roots of Apple and Google.
   */
  readonly roots?: Readonly<Partial<Record<AttestationFormat, readonly string[]>>>
  /**
   * With `attestation: 'required'`: the only products that are taken, by their AAGUID. U2F keys
   * have none and are refused.
   */
  readonly aaguids?: readonly string[]
  /**
   * The ways of signing that are offered, the preferred one first. Default: Ed25519, ES256, RS256
   * (WebAuthn Level 3 §5.4).
   */
  readonly algorithms?: readonly SignatureAlgorithm[]
  /**
   * How long the browser lets the person look for the key, in milliseconds. Default 300,000
   * (WebAuthn Level 3 §15.1).
   */
  readonly timeoutMs?: number
}

const base64url = (longest: number) =>
  z.string().check(z.maxLength(longest), z.regex(/^[A-Za-z0-9_-]*$/))
const credential = { id: base64url(1400), rawId: base64url(1400), type: z.literal('public-key') }
const registrationSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(16_384),
    attestationObject: base64url(131_072),
    transports: z.optional(z.array(z.string())),
  }),
})
const useSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(16_384),
    authenticatorData: base64url(16_384),
    signature: base64url(4096),
  }),
})

const knownTransports = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal']

/**
 * The ceremonies of security keys and passkeys (WebAuthn Level 3), FIDO2 and U2F; needs the package
 * `@simplewebauthn/server`, which makes the browser's task and judges the signatures of
 * attestations. Everything else is judged here, more strictly than by the library: data to its last
 * byte, keys by their curve, flags against each other, pages inside other websites.
 *
 * Keeps nothing: that a challenge is fresh, asked of this person and used once, and that no
 * credential id is bound twice, is the caller's to see to. U2F keys are known as such where the
 * browser tells their make, and as FIDO2 keys otherwise.
 *
 * Throws a `TypeError` for settings that cannot be meant.
 */
export function securityKeys(options: SecurityKeysOptions): SecurityKeyCeremony {
  checkOptions(options)
  const {
    rpId,
    rpName,
    origins,
    embeddedIn = null,
    userVerification = 'preferred',
    algorithms = ['EdDSA', 'ES256', 'RS256'],
    timeoutMs = 300_000,
  } = options
  const policy = policyOf(options)
  const rpIdHash = sha256(Buffer.from(rpId))
  const supportedAlgorithmIDs = algorithms.map(algorithmId)

  return {
    async options({ userId, userName, displayName, boundCredentialIds }) {
      const task = await generateRegistrationOptions({
        rpID: rpId,
        rpName,
        userID: new TextEncoder().encode(userId),
        userName,
        userDisplayName: displayName,
        timeout: timeoutMs,
        // Asked for in any case: the make tells U2F from FIDO2, and administrators which product it
        // is.
        attestationType: 'direct',
        excludeCredentials: boundCredentialIds.map((id) => ({ id })),
        // A second factor needs no room in the key's memory.
        authenticatorSelection: { residentKey: 'discouraged', userVerification },
        supportedAlgorithmIDs,
      })
      return { ...task }
    },

    async verify(response, { challenge }) {
      return judged(async () => {
        const { id, rawId, response: answer } = parsed(registrationSchema, response)
        const clientData = bytesOf(answer.clientDataJSON)
        checkClientData(clientData, { type: 'webauthn.create', challenge, origins, embeddedIn })
        const attestation = readAttestationObject(bytesOf(answer.attestationObject))
        const data = readAuthenticatorData(attestation.authenticatorData)
        checkData(data)
        const made = data.credential ?? refuse(reasons.malformed)
        const credentialId = textOf(made.id)
        if (id !== credentialId || rawId !== credentialId) refuse(reasons.malformed)
        const publicKey = readPublicKey(made.cose)
        if (!algorithms.includes(publicKey.algorithm))
          refuse('The key signs in a way that this website does not offer. Use another key.')
        const at = new Date()
        checkStatement(
          attestation,
          { data, credential: made, publicKey, clientDataHash: sha256(clientData) },
          at,
        )
        const { format } = attestation
        if (format !== 'fido-u2f' && format !== 'none')
          await checkSignature(
            {
              id,
              rawId,
              type: 'public-key',
              clientExtensionResults: {},
              response: {
                clientDataJSON: answer.clientDataJSON,
                attestationObject: answer.attestationObject,
              },
            },
            challenge,
          )
        checkPolicy(attestation, made, policy, at)

        const aaguid = format === 'fido-u2f' ? '' : uuidOf(made.aaguid)
        return {
          verified: true,
          key: {
            credentialId,
            publicKey: textOf(made.publicKey),
            signCount: data.signCount,
            transports: knownTransports.filter((transport) =>
              answer.transports?.includes(transport),
            ),
            aaguid: /[^0-]/.test(aaguid) ? aaguid : null,
            type: format === 'fido-u2f' ? 'u2f' : 'fido2',
            attestation: format,
            userVerified: data.userVerified,
            backedUp: data.backupEligible,
          },
        } as const
      })
    },

    async useOptions(keys) {
      const task = await generateAuthenticationOptions({
        rpID: rpId,
        allowCredentials: keys.map(({ credentialId, transports }) => ({
          id: credentialId,
          transports: transports as AuthenticatorTransport[],
        })),
        userVerification,
        timeout: timeoutMs,
      })
      return { ...task }
    },

    async verifyUse(response, { challenge, credentialId, publicKey, signCount }) {
      // Kept by the caller: what is wrong here is a fault, and no refusal.
      const key = readPublicKey(readWholeCbor(Buffer.from(publicKey, 'base64url')))
      return judged(async () => {
        const { id, rawId, response: answer } = parsed(useSchema, response)
        if (id !== credentialId || rawId !== credentialId)
          refuse('This is another key than the one that was asked for. Use that one.')
        const clientData = bytesOf(answer.clientDataJSON)
        checkClientData(clientData, { type: 'webauthn.get', challenge, origins, embeddedIn })
        const dataBytes = bytesOf(answer.authenticatorData)
        const data = readAuthenticatorData(dataBytes)
        checkData(data)
        // §6.1: only registrations bring a credential along.
        if (data.credential !== null) refuse(reasons.malformed)
        const signed = Buffer.concat([dataBytes, sha256(clientData)])
        if (!signedBy(key, signed, bytesOf(answer.signature)))
          refuse('The key’s signature is not right. Try again.')
        if ((data.signCount > 0 || signCount > 0) && data.signCount <= signCount)
          refuse(
            'The key counts fewer uses than before, so it may have been copied. Tell your administrator.',
          )
        return {
          verified: true,
          signCount: data.signCount,
          userVerified: data.userVerified,
        } as const
      })
    },
  }

  function checkData(data: AuthenticatorData): void {
    if (!timingSafeEqual(data.rpIdHash, rpIdHash))
      refuse('The key answered for another website. Open the page of this website and start again.')
    if (!data.userPresent)
      refuse('The key was not touched. Try again, and touch it when it asks for it.')
    if (userVerification === 'required' && !data.userVerified)
      refuse(
        'The key did not ask for your PIN or fingerprint. Set one up on the key and try again, or use another key.',
      )
  }

  async function checkSignature(
    response: RegistrationResponseJSON,
    expectedChallenge: string,
  ): Promise<void> {
    const { verified } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: [...origins],
      expectedRPID: rpId,
      requireUserPresence: true,
      requireUserVerification: userVerification === 'required',
      supportedAlgorithmIDs,
    }).catch(() => ({ verified: false }))
    if (!verified) refuse(broken)
  }
}

/** Makes a refusal the answer. Everything else that is thrown is a fault of ours and travels on. */
async function judged<T>(
  judge: () => Promise<T>,
): Promise<T | { readonly verified: false; readonly reason: string }> {
  try {
    return await judge()
  } catch (error) {
    if (error instanceof Refused) return { verified: false, reason: error.message }
    throw error
  }
}

function parsed<T>(schema: z.ZodMiniType<T>, response: unknown): T {
  const { success, data } = schema.safeParse(response)
  return success ? data : refuse(reasons.unreadable)
}

/** Takes the one way in which bytes are written in base64url: no padding, no bits left over. */
function bytesOf(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : refuse(reasons.unreadable)
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

function policyOf({ attestation = 'any', roots, aaguids }: SecurityKeysOptions): AttestationPolicy {
  return {
    required: attestation === 'required',
    roots:
      roots === undefined
        ? null
        : Object.fromEntries(
            Object.entries(roots).map(([format, certificates]) => [
              format,
              certificates.map((each) => certificateOf(each, format)),
            ]),
          ),
    aaguids: aaguids === undefined ? null : aaguids.map((aaguid) => aaguid.toLowerCase()),
  }
}

function certificateOf(pem: string, format: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch (error) {
    throw new TypeError(
      `securityKeys: a certificate of roots.${format} is not a certificate in PEM.`,
      { cause: error },
    )
  }
}

function checkOptions({
  rpId,
  origins,
  embeddedIn = [],
  attestation = 'any',
  roots,
  aaguids,
  algorithms,
}: SecurityKeysOptions): void {
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/.test(rpId))
    throw new TypeError(
      'securityKeys: rpId must be a domain in lower case, such as “example.com”, without scheme and port.',
    )
  if (origins.length === 0) throw new TypeError('securityKeys: origins is empty.')
  for (const origin of [...origins, ...embeddedIn])
    if (!isOrigin(origin))
      throw new TypeError(
        `securityKeys: ${JSON.stringify(origin)} is no origin such as “https://portal.example.com”, without a path or slash at the end.`,
      )
  if (attestation === 'any' && (roots !== undefined || aaguids !== undefined))
    throw new TypeError(
      'securityKeys: roots and aaguids mean nothing unless attestation is “required”.',
    )
  if (aaguids?.some((aaguid) => !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(aaguid)))
    throw new TypeError('securityKeys: aaguids must have the form of UUIDs.')
  if (algorithms?.length === 0) throw new TypeError('securityKeys: algorithms is empty.')
}

/**
 * Browsers offer the ceremony on encrypted pages and on `localhost`; apps for Android have origins
 * of their own.
 */
function isOrigin(origin: string): boolean {
  if (/^android:apk-key-hash:[\w-]+$/.test(origin)) return true
  const url = URL.canParse(origin) ? new URL(origin) : null
  return (
    url !== null &&
    url.origin === origin &&
    (url.protocol === 'https:' ||
      (url.protocol === 'http:' &&
        (url.hostname === 'localhost' || url.hostname.endsWith('.localhost'))))
  )
}
