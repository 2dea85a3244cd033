import { createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto'
import { isCborMap, type CborMap, type CborValue } from './cbor.js'
import { edwardsCurves, isEdwardsPoint } from './edwards-point.js'
import { reasons, refuse } from './refused.js'

// COSE's numbers (RFC 9053 §7, RFC 8230 §4, WebAuthn Level 3 §5.8.5): an algorithm of a security
// key goes with one curve.
const algorithms = {
  ES256: { id: -7, kind: 'EC', curve: 1, name: 'P-256', bytes: 32, hash: 'sha256' },
  ES384: { id: -35, kind: 'EC', curve: 2, name: 'P-384', bytes: 48, hash: 'sha384' },
  ES512: { id: -36, kind: 'EC', curve: 3, name: 'P-521', bytes: 66, hash: 'sha512' },
  EdDSA: { id: -8, kind: 'OKP', curve: 6, name: 'Ed25519', hash: null },
  Ed448: { id: -53, kind: 'OKP', curve: 7, name: 'Ed448', hash: null },
  RS256: { id: -257, kind: 'RSA', hash: 'sha256' },
} as const

/** How a security key signs. `EdDSA` is Ed25519. */
export type SignatureAlgorithm = keyof typeof algorithms

/** The public half of a security key. */
export interface PublicKey {
  readonly algorithm: SignatureAlgorithm
  readonly key: KeyObject
}

// What real keys have; a modulus of a million bits would take the server with it.
const rsaBits = { least: 2048, most: 8192 }

/** COSE's number of an algorithm. */
export function algorithmId(algorithm: SignatureAlgorithm): number {
  return algorithms[algorithm].id
}

/**
 * Reads a public key in COSE form, and makes sure that it is one: exactly the members of its kind
 * (WebAuthn Level 3 §6.5.1.1), coordinates of the full length, a point of the curve, a modulus of a
 * sensible size.
 */
export function readPublicKey(cose: CborValue): PublicKey {
  if (!isCborMap(cose)) return refuse(reasons.malformed)
  const algorithm = (Object.keys(algorithms) as SignatureAlgorithm[]).find(
    (name) => algorithms[name].id === cose.get(3),
  )
  if (algorithm === undefined)
    return refuse('The key signs in a way that this website does not know. Use another key.')
  return { algorithm, key: imported(jwkOf(algorithm, cose)) }
}

/** Whether the key signed the data. False for a signature of another form as well. */
export function signedBy(
  { algorithm, key }: PublicKey,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verify(algorithms[algorithm].hash, data, key, signature)
  } catch {
    return false
  }
}

/** The point of a key of an elliptic curve, as U2F signs it: 4, x, y. */
export function uncompressedPoint({ key }: PublicKey): Uint8Array {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
}

function jwkOf(name: SignatureAlgorithm, cose: CborMap): JsonWebKey {
  const algorithm = algorithms[name]
  switch (algorithm.kind) {
    case 'EC':
      wanted(cose, { 1: 2, [-1]: algorithm.curve }, 5)
      return {
        kty: 'EC',
        crv: algorithm.name,
        x: bytesOf(cose, -2, algorithm.bytes),
        y: bytesOf(cose, -3, algorithm.bytes),
      }
    case 'OKP': {
      wanted(cose, { 1: 1, [-1]: algorithm.curve }, 4)
      const point = cose.get(-2)
      if (!(point instanceof Uint8Array) || !isEdwardsPoint(edwardsCurves[algorithm.name], point))
        return refuse(reasons.malformed)
      return { kty: 'OKP', crv: algorithm.name, x: base64url(point) }
    }
    case 'RSA':
      wanted(cose, { 1: 3 }, 4)
      return { kty: 'RSA', n: bytesOf(cose, -1, null), e: bytesOf(cose, -2, null) }
  }
}

/** Makes sure of the kind and curve, and that nothing else stands there. */
function wanted(cose: CborMap, members: Readonly<Record<number, number>>, size: number): void {
  if (
    cose.size !== size ||
    Object.entries(members).some(([label, value]) => cose.get(Number(label)) !== value)
  )
    refuse(reasons.malformed)
}

function bytesOf(cose: CborMap, label: number, length: number | null): string {
  const value = cose.get(label)
  // A number (RSA) begins with no zero; a coordinate is always written in full.
  if (
    !(value instanceof Uint8Array) ||
    (length === null ? value.length === 0 || value[0] === 0 : value.length !== length)
  )
    return refuse(reasons.malformed)
  return base64url(value)
}

function imported(jwk: JsonWebKey): KeyObject {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const { modulusLength, publicExponent } = key.asymmetricKeyDetails ?? {}
    const sensible =
      modulusLength === undefined ||
      (modulusLength >= rsaBits.least &&
        modulusLength <= rsaBits.most &&
        publicExponent !== undefined &&
        publicExponent >= 3n &&
        publicExponent % 2n === 1n)
    return sensible ? key : refuse(reasons.malformed)
  } catch {
    return refuse(reasons.malformed)
  }
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
