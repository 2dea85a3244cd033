import { createPublicKey, sign, type KeyObject } from 'node:crypto'

/** What stands in a certificate that a test makes. */
export interface CertificateText {
  /** Such as `[['C', 'SE'], ['CN', 'Key']]`. */
  readonly subject: readonly (readonly [keyof typeof attributes, string])[]
  /** Whose name and key sign it; itself unless said otherwise. */
  readonly issuer?: { readonly subject: CertificateText['subject']; readonly key: KeyObject }
  /** The private key whose public half it certifies. */
  readonly key: KeyObject
  readonly authority?: boolean
  /** A host name that it is for. */
  readonly host?: string
  /** Further extensions: identifier and DER value. */
  readonly extensions?: readonly (readonly [string, Buffer])[]
  readonly from?: Date
  readonly until?: Date
}

const attributes = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3' } as const
const hour = 3_600_000

/**
 * Makes an X.509 certificate, version 3, signed with ECDSA and SHA-256; in DER. The issuer's key
 * must be one of an elliptic curve.
 */
export function certificate({
  subject,
  issuer,
  key,
  authority = false,
  host,
  extensions = [],
  from = new Date(Date.now() - hour),
  until = new Date(Date.now() + hour),
}: CertificateText): Buffer {
  const signature = sequence(oid('1.2.840.10045.4.3.2'))
  const all: (readonly [string, Buffer])[] = [
    ['2.5.29.19', sequence(...(authority ? [der(0x01, Buffer.from([0xff]))] : []))],
    ...extensions,
  ]
  if (host !== undefined) all.push(['2.5.29.17', sequence(der(0x82, Buffer.from(host, 'ascii')))])
  const body = sequence(
    der(0xa0, integer(2)),
    integer(Math.floor(Math.random() * 2 ** 30) + 1),
    signature,
    name(issuer?.subject ?? subject),
    sequence(time(from), time(until)),
    name(subject),
    createPublicKey(key).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...all.map(([id, value]) => sequence(oid(id), der(0x04, value))))),
  )
  return sequence(body, signature, bits(sign('sha256', body, issuer?.key ?? key)))
}

/** A DER value with its tag and length. */
export function der(tag: number, content: Buffer): Buffer {
  const size = content.length
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

/** DER wrapped as text. */
export function pem(label: string, content: Uint8Array): string {
  return `-----BEGIN ${label}-----\n${Buffer.from(content).toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END ${label}-----\n`
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts))
}

function bits(content: Buffer): Buffer {
  return der(0x03, Buffer.concat([Buffer.from([0]), content]))
}

function integer(value: number): Buffer {
  const hex = value.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return der(0x02, bytes[0]! >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number) as [number, number, ...number[]]
  const bytes = [first * 40 + second]
  for (const arc of rest) {
    const groups = [arc & 0x7f]
    for (let left = arc >>> 7; left > 0; left >>>= 7) groups.unshift((left & 0x7f) | 0x80)
    bytes.push(...groups)
  }
  return der(0x06, Buffer.from(bytes))
}

function name(subject: CertificateText['subject']): Buffer {
  return sequence(
    ...subject.map(([attribute, value]) =>
      der(
        0x31,
        sequence(
          oid(attributes[attribute]),
          der(attribute === 'C' ? 0x13 : 0x0c, Buffer.from(value)),
        ),
      ),
    ),
  )
}

function time(at: Date): Buffer {
  return der(0x18, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`))
}
