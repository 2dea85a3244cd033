import { X509Certificate } from 'node:crypto'
import type { AttestedCredential, AuthenticatorData } from './authenticator-data.js'
import { isCborMap, readWholeCbor, type CborMap } from './cbor.js'
import { isPath, leadsToRoot } from './certificate-path.js'
import { algorithmId, signedBy, uncompressedPoint, type PublicKey } from './public-key.js'
import { reasons, refuse } from './refused.js'

// WebAuthn Level 3 §8, without `android-safetynet`, whose service was switched off in 2025, and
// `compound`, which the library does not judge.
const formats = ['packed', 'fido-u2f', 'tpm', 'android-key', 'apple', 'none'] as const

/** How a key proves its make (WebAuthn Level 3 §8). */
export type AttestationFormat = Exclude<(typeof formats)[number], 'none'>

/** What comes out of a registration (§6.5.4). */
export interface AttestationObject {
  readonly format: AttestationFormat | 'none'
  readonly statement: CborMap
  readonly authenticatorData: Uint8Array
}

/** Which proofs of make are wanted. */
export interface AttestationPolicy {
  readonly required: boolean
  /** Null: any maker. */
  readonly roots: Readonly<Partial<Record<AttestationFormat, readonly X509Certificate[]>>> | null
  /** In lower case. Null: any product. */
  readonly aaguids: readonly string[] | null
}

/** Reads an attestation object to its very end. */
export function readAttestationObject(bytes: Uint8Array): AttestationObject {
  const value = readWholeCbor(bytes)
  if (!isCborMap(value) || value.size !== 3) return refuse(reasons.malformed)
  const authenticatorData = value.get('authData')
  const statement = value.get('attStmt')
  const format = formats.find((each) => each === value.get('fmt'))
  if (!(authenticatorData instanceof Uint8Array) || !isCborMap(statement))
    return refuse(reasons.malformed)
  return {
    format:
      format ?? refuse('The key proves its make in a way that is not known here. Use another key.'),
    statement,
    authenticatorData,
  }
}

/** What a statement is about. */
export interface Attested {
  readonly data: AuthenticatorData
  readonly credential: AttestedCredential
  readonly publicKey: PublicKey
  readonly clientDataHash: Uint8Array
}

/**
 * Judges of a statement what the library does not: that its certificates are a path, what a key may
 * sign for itself, that “none” is empty, and all of U2F. The other signatures are left to the
 * library.
 */
export function checkStatement(
  { format, statement }: AttestationObject,
  attested: Attested,
  at: Date,
): void {
  const certificates = certificatesOf(statement)
  if (certificates !== null && !isPath(certificates, at)) refuse(broken)
  // §8.2: without certificates the key signs for itself, with its own algorithm.
  if (
    format === 'packed' &&
    certificates === null &&
    statement.get('alg') !== algorithmId(attested.publicKey.algorithm)
  )
    refuse(broken)
  if (format === 'fido-u2f') checkU2f(statement, certificates, attested)
  // §8.7
  if (format === 'none' && statement.size > 0) refuse(broken)
}

/**
 * §8.6. By hand, because the library takes any number of certificates and any key in them, and
 * wants an AAGUID of zeros, which U2F does not sign for.
 */
function checkU2f(
  statement: CborMap,
  certificates: readonly X509Certificate[] | null,
  { data, credential, publicKey, clientDataHash }: Attested,
): void {
  const [certificate, ...others] = certificates ?? []
  const signature = statement.get('sig')
  if (certificate === undefined || others.length > 0 || !(signature instanceof Uint8Array))
    return refuse(broken)
  const signer = certificate.publicKey
  if (publicKey.algorithm !== 'ES256' || signer.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    refuse(broken)
  const signed = Buffer.concat([
    Buffer.of(0),
    data.rpIdHash,
    clientDataHash,
    credential.id,
    uncompressedPoint(publicKey),
  ])
  if (!signedBy({ algorithm: 'ES256', key: signer }, signed, signature)) refuse(broken)
}

/** Judges the make of a key whose statement is right. */
export function checkPolicy(
  { format, statement }: AttestationObject,
  { aaguid }: AttestedCredential,
  { required, roots, aaguids }: AttestationPolicy,
  at: Date,
): void {
  if (!required) return
  const certificates = certificatesOf(statement)
  if (certificates === null || format === 'none')
    return refuse(
      'This website takes only keys that prove who made them. Let the browser tell it the make of the key, or use another key.',
    )
  if (roots !== null && !leadsToRoot(certificates, roots[format] ?? [], at))
    refuse('The maker of this key is not among those that this website trusts. Use another key.')
  // U2F does not sign for the AAGUID: whoever holds such a key could write in any.
  if (aaguids !== null && (format === 'fido-u2f' || !aaguids.includes(uuidOf(aaguid))))
    refuse('This kind of key is not among those that this website takes. Use another key.')
}

/** What is said when the library finds a statement wrong. */
export const broken = 'The key’s proof of its make is not right. Use another key.'

/** 16 bytes in the form of a UUID. */
export function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The certificates of a statement, the key's own first; null where there are none. */
function certificatesOf(statement: CborMap): readonly X509Certificate[] | null {
  const chain = statement.get('x5c')
  if (chain === undefined) return null
  if (!Array.isArray(chain) || chain.length === 0) return refuse(broken)
  return chain.map((each: unknown) => {
    try {
      if (each instanceof Uint8Array) return new X509Certificate(each)
    } catch {
      // Not a certificate.
    }
    return refuse(broken)
  })
}
