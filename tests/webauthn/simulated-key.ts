import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto'
import { certificate, der, type CertificateText } from '../certificates.ts'

/** What a CBOR encoder takes here. Maps keep the order in which they were filled. */
export type Cbor =
  | number
  | string
  | boolean
  | null
  | Uint8Array
  | readonly Cbor[]
  | ReadonlyMap<number | string, Cbor>

export type KeyAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'EdDSA' | 'Ed448' | 'RS256'

const rpId = 'example.org'
const origin = 'https://example.org'
/** The flags of authenticator data (WebAuthn Level 3 §6.1). */
export const flags = { UP: 0x01, UV: 0x04, BE: 0x08, BS: 0x10, AT: 0x40, ED: 0x80 } as const

const cose = {
  ES256: {
    alg: -7,
    kty: 2,
    crv: 1,
    bytes: 32,
    make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  },
  ES384: {
    alg: -35,
    kty: 2,
    crv: 2,
    bytes: 48,
    make: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  },
  ES512: {
    alg: -36,
    kty: 2,
    crv: 3,
    bytes: 66,
    make: () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  },
  EdDSA: { alg: -8, kty: 1, crv: 6, bytes: 32, make: () => generateKeyPairSync('ed25519') },
  Ed448: { alg: -53, kty: 1, crv: 7, bytes: 57, make: () => generateKeyPairSync('ed448') },
  RS256: {
    alg: -257,
    kty: 3,
    crv: 0,
    bytes: 0,
    make: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  },
} as const
const hashes = {
  ES256: 'sha256',
  ES384: 'sha384',
  ES512: 'sha512',
  EdDSA: null,
  Ed448: null,
  RS256: 'sha256',
} as const

/** A security key that exists in memory, bound to one website. */
export interface SimulatedKey {
  readonly algorithm: KeyAlgorithm
  readonly privateKey: KeyObject
  readonly credentialId: Buffer
  readonly aaguid: Buffer
}

/** Makes a security key. */
export function aSecurityKey({
  algorithm = 'ES256',
  ...given
}: Partial<SimulatedKey> = {}): SimulatedKey {
  return {
    algorithm,
    privateKey: cose[algorithm].make().privateKey,
    credentialId: randomBytes(32),
    aaguid: randomBytes(16),
    ...given,
  }
}

/** How a registration or sign-in departs from an ordinary one of `https://example.org`. */
export interface Changes {
  /** What the browser says, on top of or instead of type, challenge, origin and crossOrigin. */
  readonly clientData?: Readonly<Record<string, unknown>>
  readonly clientDataJSON?: Buffer
  readonly rpId?: string
  /** Default: UP, UV and, at registration, AT. */
  readonly flags?: number
  readonly signCount?: number
  /** What stands after the credential, whatever the flags say. */
  readonly extensions?: Buffer
  /** What the key says of itself and of the ceremony, before it is signed. */
  readonly authenticatorData?: (bytes: Buffer) => Buffer
}

export interface RegistrationChanges extends Changes {
  /**
   * How the key proves its make. Default `none`. `packed` and `fido-u2f` come with a certificate of
   * {@link SimulatedMaker}.
   */
  readonly format?: 'none' | 'packed' | 'packed self' | 'fido-u2f'
  readonly maker?: SimulatedMaker
  /** The public key's members in COSE. */
  readonly publicKey?: (members: Map<number | string, Cbor>) => Map<number | string, Cbor>
  /** `fmt` in the attestation object. */
  readonly fmt?: string
  readonly statement?: (members: Map<number | string, Cbor>) => Map<number | string, Cbor>
  readonly attestationObject?: (bytes: Buffer) => Buffer
  readonly transports?: readonly string[]
}

export interface SignInChanges extends Changes {
  readonly signature?: (bytes: Buffer) => Buffer
}

/** The browser's answer to `navigator.credentials.create`, as JSON. */
export function register(key: SimulatedKey, challenge: string, changes: RegistrationChanges = {}) {
  const { format = 'none', maker = aMaker(), transports = ['usb', 'nfc'] } = changes
  const members = publicKeyOf(key)
  const publicKey = cbor(changes.publicKey?.(new Map(members)) ?? members)
  // The CTAP specification fills in zeros for U2F, which has no product number.
  const aaguid = format === 'fido-u2f' ? Buffer.alloc(16) : key.aaguid
  const credential = Buffer.concat([
    aaguid,
    uint16(key.credentialId.length),
    key.credentialId,
    publicKey,
  ])
  const bytes = authenticatorData(changes, flags.UP | flags.UV | flags.AT, credential)
  const clientDataJSON = clientDataOf('webauthn.create', challenge, changes)
  const clientDataHash = sha256(clientDataJSON)

  const statements = {
    none: () => new Map<string, Cbor>(),
    'packed self': () =>
      new Map<string, Cbor>([
        ['alg', cose[key.algorithm].alg],
        ['sig', signature(key, Buffer.concat([bytes, clientDataHash]))],
      ]),
    packed: () =>
      new Map<string, Cbor>([
        ['alg', cose.ES256.alg],
        ['sig', sign('sha256', Buffer.concat([bytes, clientDataHash]), maker.key)],
        ['x5c', maker.certificates(key.aaguid)],
      ]),
    'fido-u2f': () => {
      const point = Buffer.concat([
        Buffer.of(4),
        ...[-2, -3].map((label) => members.get(label) as Buffer),
      ])
      return new Map<string, Cbor>([
        [
          'sig',
          sign(
            'sha256',
            Buffer.concat([
              Buffer.of(0),
              bytes.subarray(0, 32),
              clientDataHash,
              key.credentialId,
              point,
            ]),
            maker.key,
          ),
        ],
        ['x5c', maker.certificates(null)],
      ])
    },
  }
  const statement = statements[format]()
  const object = cbor(
    new Map<string, Cbor>([
      ['fmt', changes.fmt ?? format.split(' ')[0]!],
      ['attStmt', changes.statement?.(statement) ?? statement],
      ['authData', bytes],
    ]),
  )
  const id = base64url(key.credentialId)
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64url(clientDataJSON),
      attestationObject: base64url(changes.attestationObject?.(object) ?? object),
      transports,
    },
  }
}

/** The browser's answer to `navigator.credentials.get`, as JSON. */
export function signIn(key: SimulatedKey, challenge: string, changes: SignInChanges = {}) {
  const bytes = authenticatorData(changes, flags.UP | flags.UV, Buffer.alloc(0))
  const clientDataJSON = clientDataOf('webauthn.get', challenge, changes)
  const signed = signature(key, Buffer.concat([bytes, sha256(clientDataJSON)]))
  const id = base64url(key.credentialId)
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON: base64url(clientDataJSON),
      authenticatorData: base64url(bytes),
      signature: base64url(changes.signature?.(signed) ?? signed),
      userHandle: null,
    },
  }
}

/**
 * Who makes security keys: a root, a certificate in between, and the key that proves their make.
 */
export interface SimulatedMaker {
  readonly key: KeyObject
  readonly root: Buffer
  /**
   * The proof's certificates, its own first. With the product's number where there is one (§8.2.1).
   */
  readonly certificates: (aaguid: Buffer | null) => readonly Buffer[]
}

const rootSubject = [
  ['C', 'SE'],
  ['O', 'Simulated keys'],
  ['CN', 'Root'],
] as const
const middleSubject = [
  ['C', 'SE'],
  ['O', 'Simulated keys'],
  ['CN', 'Middle'],
] as const
const proofSubject = [
  ['C', 'SE'],
  ['O', 'Simulated keys'],
  ['OU', 'Authenticator Attestation'],
  ['CN', 'Batch 1'],
] as const

/** Makes a maker. `proof` changes the certificate of the proof, `middle` the one in between. */
export function aMaker({
  curve = 'P-256',
  proof = {},
  middle = {},
}: {
  readonly curve?: string
  readonly proof?: Partial<CertificateText>
  readonly middle?: Partial<CertificateText>
} = {}): SimulatedMaker {
  const make = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve }).privateKey
  const [rootKey, middleKey, key] = [make('P-256'), make('P-256'), make(curve)]
  const between = certificate({
    subject: middleSubject,
    issuer: { subject: rootSubject, key: rootKey },
    key: middleKey,
    authority: true,
    ...middle,
  })
  return {
    key,
    root: certificate({ subject: rootSubject, key: rootKey, authority: true }),
    certificates(aaguid) {
      const extensions =
        aaguid === null ? [] : [['1.3.6.1.4.1.45724.1.1.4', der(0x04, aaguid)] as const]
      const own = certificate({
        subject: proofSubject,
        issuer: { subject: middleSubject, key: middleKey },
        key,
        extensions,
        ...proof,
      })
      // U2F knows one certificate only, so its root issues it.
      return aaguid === null
        ? [
            certificate({
              subject: proofSubject,
              issuer: { subject: rootSubject, key: rootKey },
              key,
              ...proof,
            }),
          ]
        : [own, between]
    },
  }
}

/** The members of the public key in COSE. */
export function publicKeyOf({ algorithm, privateKey }: SimulatedKey): Map<number | string, Cbor> {
  const { kty, alg, crv } = cose[algorithm]
  const { x = '', y = '', n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  if (kty === 3)
    return new Map<number, Cbor>([
      [1, kty],
      [3, alg],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ])
  return new Map<number, Cbor>([
    [1, kty],
    [3, alg],
    [-1, crv],
    [-2, bytes(x)],
    ...(kty === 2 ? [[-3, bytes(y)] as const] : []),
  ])
}

/** The private key of P-256 from its number. */
export function p256KeyOf(scalar: Buffer): KeyObject {
  // SEC 1: version 1, the number, the curve.
  const sec1 = der(
    0x30,
    Buffer.concat([
      Buffer.from('020101', 'hex'),
      der(0x04, scalar),
      der(0xa0, Buffer.from('06082a8648ce3d030107', 'hex')),
    ]),
  )
  return createPrivateKey({ key: sec1, format: 'der', type: 'sec1' })
}

/** Encodes as CTAP2 does, but for the order of keys. */
export function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (typeof value === 'boolean') return Buffer.of(value ? 0xf5 : 0xf4)
  if (value === null) return Buffer.of(0xf6)
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map)
    return Buffer.concat([
      head(5, value.size),
      ...[...(value as ReadonlyMap<number | string, Cbor>)].flatMap(([key, entry]) => [
        cbor(key),
        cbor(entry),
      ]),
    ])
  const list = value as readonly Cbor[]
  return Buffer.concat([head(4, list.length), ...list.map(cbor)])
}

function head(major: number, argument: number): Buffer {
  const first = major << 5
  if (argument < 24) return Buffer.of(first | argument)
  if (argument < 0x100) return Buffer.of(first | 24, argument)
  return Buffer.concat([Buffer.of(first | 25), uint16(argument)])
}

function authenticatorData(changes: Changes, ordinaryFlags: number, credential: Buffer): Buffer {
  const signCount = Buffer.alloc(4)
  signCount.writeUInt32BE(changes.signCount ?? 0)
  const bytes = Buffer.concat([
    sha256(Buffer.from(changes.rpId ?? rpId)),
    Buffer.of(changes.flags ?? ordinaryFlags),
    signCount,
    credential,
    changes.extensions ?? Buffer.alloc(0),
  ])
  return changes.authenticatorData?.(bytes) ?? bytes
}

function clientDataOf(
  type: string,
  challenge: string,
  { clientData, clientDataJSON }: Changes,
): Buffer {
  return (
    clientDataJSON ??
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...clientData }))
  )
}

function signature({ algorithm, privateKey }: SimulatedKey, data: Buffer): Buffer {
  return sign(hashes[algorithm], data, privateKey)
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function base64url(bytes: Buffer): string {
  return bytes.toString('base64url')
}
