import { isCborMap, readCbor, type CborValue } from './cbor.js'
import { reasons, refuse } from './refused.js'

/** What a security key says of itself and of one use (WebAuthn Level 3 §6.1). */
export interface AuthenticatorData {
  readonly rpIdHash: Uint8Array
  readonly userPresent: boolean
  readonly userVerified: boolean
  readonly backupEligible: boolean
  readonly signCount: number
  /** Only at registration. */
  readonly credential: AttestedCredential | null
}

/** A new credential (§6.5.1). */
export interface AttestedCredential {
  readonly aaguid: Uint8Array
  readonly id: Uint8Array
  /** In COSE form, as it came and as it was read. */
  readonly publicKey: Uint8Array
  readonly cose: CborValue
}

const flag = {
  userPresent: 0x01,
  userVerified: 0x04,
  backupEligible: 0x08,
  backedUp: 0x10,
  credential: 0x40,
  extensions: 0x80,
} as const
const headBytes = 37
// §5.8.3: longer ones are to be refused (§7.1, step 25).
const longestCredentialId = 1023

/**
 * Reads authenticator data to its very end. Extensions may be there unasked (§7.1, step 20) and are
 * read over; anything after them is refused.
 */
export function readAuthenticatorData(bytes: Uint8Array): AuthenticatorData {
  if (bytes.length < headBytes) refuse(reasons.malformed)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const flags = bytes[32]!
  const has = (name: keyof typeof flag) => (flags & flag[name]) !== 0
  // §6.1.3: what cannot be backed up is not backed up.
  if (has('backedUp') && !has('backupEligible')) refuse(reasons.malformed)

  let position = headBytes
  const credential = has('credential') ? readCredential() : null
  if (has('extensions')) {
    const { value, end } = readCbor(bytes, position)
    if (!isCborMap(value)) refuse(reasons.malformed)
    position = end
  }
  if (position !== bytes.length) refuse(reasons.malformed)
  return {
    rpIdHash: bytes.subarray(0, 32),
    userPresent: has('userPresent'),
    userVerified: has('userVerified'),
    backupEligible: has('backupEligible'),
    signCount: view.getUint32(33),
    credential,
  }

  function readCredential(): AttestedCredential {
    const aaguid = bytes.subarray(position, position + 16)
    if (bytes.length < position + 18) refuse(reasons.malformed)
    const length = view.getUint16(position + 16)
    const from = position + 18
    if (length === 0 || length > longestCredentialId || bytes.length < from + length)
      refuse(reasons.malformed)
    const { value: cose, end } = readCbor(bytes, from + length)
    position = end
    return {
      aaguid,
      id: bytes.subarray(from, from + length),
      publicKey: bytes.subarray(from + length, end),
      cose,
    }
  }
}
