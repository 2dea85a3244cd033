import { securityKeys, type SecurityKeysOptions } from '@rosterkit/adapters/webauthn'
import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { pem } from '../certificates.ts'
import {
  aMaker,
  aSecurityKey,
  cbor,
  flags,
  publicKeyOf,
  register,
  signIn,
  type Cbor,
  type RegistrationChanges,
  type SignInChanges,
  type SimulatedKey,
} from './simulated-key.ts'

// The numbers in brackets are the rows of the security plan's part G.

const settings: SecurityKeysOptions = {
  rpId: 'example.org',
  rpName: 'Example',
  origins: ['https://example.org', 'https://portal.example.org'],
}
const keys = securityKeys(settings)
const every = securityKeys({
  ...settings,
  algorithms: ['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed448', 'RS256'],
})
const challenge = Buffer.alloc(32, 7).toString('base64url')

const es256 = aSecurityKey()

function verify(
  changes: RegistrationChanges = {},
  { key = es256, by = keys }: { key?: SimulatedKey; by?: typeof keys } = {},
) {
  return by.verify(register(key, challenge, changes), { challenge })
}

const broken = 'The key’s proof of its make is not right. Use another key.'
const malformed = 'The key sent data that does not follow its standard. Use another key.'
const unreadable =
  'The answer of the browser cannot be read. Try again, and if that does not help use another browser.'
const otherWebsite =
  'The key was used on another website. Open the page of this website and start again.'
const otherRp =
  'The key answered for another website. Open the page of this website and start again.'
const otherAttempt = 'This answer belongs to another attempt. Start again.'
const embedded =
  'The page was shown inside another website. Open it in a window of its own and start again.'
const notOffered = 'The key signs in a way that this website does not offer. Use another key.'
const unproven =
  'This website takes only keys that prove who made them. Let the browser tell it the make of the key, or use another key.'
const otherMaker =
  'The maker of this key is not among those that this website trusts. Use another key.'
const otherProduct = 'This kind of key is not among those that this website takes. Use another key.'

describe('what the browser is asked', () => {
  const person = {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    userName: 'ada',
    displayName: 'Ada Lovelace',
    boundCredentialIds: ['AAEC', '-_8'],
  }

  it('names the website, the person, and what they have already', async () => {
    expect(await keys.options(person)).toMatchObject({
      rp: { id: 'example.org', name: 'Example' },
      user: {
        id: Buffer.from(person.userId).toString('base64url'),
        name: 'ada',
        displayName: 'Ada Lovelace',
      },
      excludeCredentials: [
        { id: 'AAEC', type: 'public-key' },
        { id: '-_8', type: 'public-key' },
      ],
      pubKeyCredParams: [
        { alg: -8, type: 'public-key' },
        { alg: -7, type: 'public-key' },
        { alg: -257, type: 'public-key' },
      ],
      authenticatorSelection: { userVerification: 'preferred', residentKey: 'discouraged' },
      attestation: 'direct',
      timeout: 300_000,
    })
  })

  it('has another challenge each time, of 32 bytes', async () => {
    const challenges = await Promise.all(
      Array.from({ length: 50 }, async () => (await keys.options(person)).challenge),
    )
    expect(new Set(challenges).size).toBe(50)
    expect(challenges.every((each) => Buffer.from(each, 'base64url').length === 32)).toBe(true)
  })

  it('is JSON', async () => {
    const options = await keys.options(person)
    expect(JSON.parse(JSON.stringify(options))).toEqual(options)
  })
})

describe('a good key', () => {
  it('is told with its id, key, count, transports and product', async () => {
    const outcome = await verify({ signCount: 41, transports: ['nfc', 'usb', 'telepathy', 'usb'] })
    expect(outcome).toEqual({
      verified: true,
      key: {
        credentialId: es256.credentialId.toString('base64url'),
        publicKey: cbor(publicKeyOf(es256)).toString('base64url'),
        signCount: 41,
        transports: ['usb', 'nfc'],
        aaguid: es256.aaguid.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
        type: 'fido2',
        attestation: 'none',
        userVerified: true,
        backedUp: false,
      },
    })
  })

  it.for(['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed448', 'RS256'] as const)(
    'of %s is accepted, with every proof it may bring, and so is its use',
    async (algorithm) => {
      const key = aSecurityKey({ algorithm })
      // The library does not know Ed448, and so not what such a key signs for itself.
      const formats = (['none', 'packed', 'packed self'] as const).filter(
        (format) => algorithm !== 'Ed448' || format !== 'packed self',
      )
      for (const format of formats) {
        const outcome = await verify({ format }, { key, by: every })
        expect(outcome).toMatchObject({
          verified: true,
          key: { type: 'fido2', attestation: format.split(' ')[0] },
        })
        const { key: known } = outcome as Extract<typeof outcome, { readonly verified: true }>
        expect(
          await every.verifyUse(signIn(key, challenge, { signCount: 1 }), { ...known, challenge }),
        ).toEqual({ verified: true, signCount: 1, userVerified: true })
      }
    },
  )

  it('of U2F is told as one, without a product, because U2F signs for none', async () => {
    expect(await verify({ format: 'fido-u2f', flags: flags.UP | flags.AT })).toMatchObject({
      verified: true,
      key: { type: 'u2f', attestation: 'fido-u2f', aaguid: null, userVerified: false },
    })
  })

  it('without a product number says none', async () => {
    expect(await verify({}, { key: aSecurityKey({ aaguid: Buffer.alloc(16) }) })).toMatchObject({
      verified: true,
      key: { aaguid: null },
    })
  })

  it('that may be copied is told so', async () => {
    for (const backup of [flags.BE, flags.BE | flags.BS])
      expect(await verify({ flags: flags.UP | flags.AT | backup })).toMatchObject({
        verified: true,
        key: { backedUp: true },
      })
  })

  it('may bring extensions unasked (104)', async () => {
    const extensions = cbor(
      new Map<string, Cbor>([
        ['credProtect', 2],
        ['unheardOf', new Map<string, Cbor>([['deep', [1, 'two', null, true, Buffer.of(3)]]])],
      ]),
    )
    expect(await verify({ flags: flags.UP | flags.AT | flags.ED, extensions })).toMatchObject({
      verified: true,
    })
    expect(
      await verify({ format: 'packed', flags: flags.UP | flags.AT | flags.ED, extensions }),
    ).toMatchObject({ verified: true })
    // A floating-point number, which nobody sends but nothing forbids.
    expect(
      await verify({
        flags: flags.UP | flags.AT | flags.ED,
        extensions: Buffer.from('a161 78 fb3ff8000000000000'.replaceAll(' ', ''), 'hex'),
      }),
    ).toMatchObject({ verified: true })
  })

  it('may be registered from every origin of the website, and with members in client data that nobody knows', async () => {
    expect(
      await verify({
        clientData: {
          origin: 'https://portal.example.org',
          extraData: 'x',
          tokenBinding: { status: 'supported' },
        },
      }),
    ).toMatchObject({ verified: true })
    expect(
      await verify({
        clientDataJSON: Buffer.from(
          JSON.stringify({ challenge, origin: 'https://example.org', type: 'webauthn.create' }),
        ),
      }),
    ).toMatchObject({ verified: true })
  })

  it('may have a credential id of 1 to 1023 bytes', async () => {
    for (const length of [1, 16, 1023])
      expect(
        await verify({}, { key: { ...es256, credentialId: Buffer.alloc(length, 9) } }),
      ).toMatchObject({ verified: true })
  })
})

describe('an answer from elsewhere is refused', () => {
  const cases: readonly (readonly [string, RegistrationChanges, string])[] = [
    [
      '(97) of another type',
      { clientData: { type: 'webauthn.get' } },
      'This is the answer to another question. Start again.',
    ],
    [
      '(97) without a type',
      { clientData: { type: undefined } },
      'This is the answer to another question. Start again.',
    ],
    [
      '(97) to another challenge',
      { clientData: { challenge: Buffer.alloc(32, 8).toString('base64url') } },
      otherAttempt,
    ],
    [
      '(97) to a part of the challenge',
      { clientData: { challenge: challenge.slice(0, -1) } },
      otherAttempt,
    ],
    [
      '(97) to a challenge that is no text',
      { clientData: { challenge: [challenge] } },
      otherAttempt,
    ],
    [
      '(98) from another website',
      { clientData: { origin: 'https://example.org.evil.example' } },
      otherWebsite,
    ],
    [
      '(98) from another port',
      { clientData: { origin: 'https://example.org:8443' } },
      otherWebsite,
    ],
    ['(98) unencrypted', { clientData: { origin: 'http://example.org' } }, otherWebsite],
    [
      '(98) from a subdomain that is not named',
      { clientData: { origin: 'https://other.example.org' } },
      otherWebsite,
    ],
    [
      '(98) with an origin in a list',
      { clientData: { origin: ['https://example.org'] } },
      otherWebsite,
    ],
    ['(98) inside another website', { clientData: { crossOrigin: true } }, embedded],
    [
      '(98) inside another website that is named',
      { clientData: { crossOrigin: true, topOrigin: 'https://evil.example' } },
      embedded,
    ],
    [
      '(98) with a top origin alone',
      { clientData: { topOrigin: 'https://evil.example' } },
      embedded,
    ],
    [
      '(98) with a top origin although not inside',
      { clientData: { crossOrigin: false, topOrigin: 'https://example.org' } },
      embedded,
    ],
    [
      '(98) with a crossOrigin that is no yes or no',
      { clientData: { crossOrigin: 'true' } },
      unreadable,
    ],
    ['(98) for another website', { rpId: 'evil.example' }, otherRp],
    ['(98) for a subdomain', { rpId: 'portal.example.org' }, otherRp],
  ]

  it.for(cases)('%s', async ([, changes, reason]) => {
    expect(await verify(changes)).toEqual({ verified: false, reason })
  })

  it('(98) inside a website that is not the expected one', async () => {
    const inside = securityKeys({ ...settings, embeddedIn: ['https://friend.example'] })
    expect(
      await verify(
        { clientData: { crossOrigin: true, topOrigin: 'https://friend.example' } },
        { by: inside },
      ),
    ).toMatchObject({ verified: true })
    for (const clientData of [
      { crossOrigin: true, topOrigin: 'https://evil.example' },
      { crossOrigin: false, topOrigin: 'https://friend.example' },
      { topOrigin: 'https://friend.example' },
      { crossOrigin: true, topOrigin: null },
    ])
      expect(await verify({ clientData }, { by: inside })).toEqual({
        verified: false,
        reason: embedded,
      })
  })
})

describe('flags', () => {
  it('(99) without presence are refused', async () => {
    expect(await verify({ flags: flags.UV | flags.AT })).toEqual({
      verified: false,
      reason: 'The key was not touched. Try again, and touch it when it asks for it.',
    })
  })

  it('(99) without verification are refused where it is required, and there only', async () => {
    const without = { flags: flags.UP | flags.AT }
    const required = securityKeys({ ...settings, userVerification: 'required' })
    expect(await verify(without, { by: required })).toEqual({
      verified: false,
      reason:
        'The key did not ask for your PIN or fingerprint. Set one up on the key and try again, or use another key.',
    })
    expect(await verify({}, { by: required })).toMatchObject({
      verified: true,
      key: { userVerified: true },
    })
    expect(await verify({ ...without, format: 'fido-u2f' }, { by: required })).toMatchObject({
      verified: false,
    })
    for (const userVerification of ['preferred', 'discouraged'] as const)
      expect(
        await verify(without, { by: securityKeys({ ...settings, userVerification }) }),
      ).toMatchObject({ verified: true, key: { userVerified: false } })
  })

  it('(99) that say backed up and cannot be are refused', async () => {
    expect(await verify({ flags: flags.UP | flags.AT | flags.BS })).toEqual({
      verified: false,
      reason: malformed,
    })
  })

  it('(103) that announce what is not there, or not what is there, are refused', async () => {
    for (const wrong of [flags.UP, flags.UP | flags.UV, flags.UP | flags.AT | flags.ED])
      expect([wrong, await verify({ flags: wrong })]).toEqual([
        wrong,
        { verified: false, reason: malformed },
      ])
  })
})

describe('ways of signing', () => {
  it('(100) that were not offered are refused', async () => {
    for (const algorithm of ['ES384', 'ES512', 'Ed448'] as const)
      expect(await verify({}, { key: aSecurityKey({ algorithm }) })).toEqual({
        verified: false,
        reason: notOffered,
      })
    expect(await verify({}, { by: securityKeys({ ...settings, algorithms: ['EdDSA'] }) })).toEqual({
      verified: false,
      reason: notOffered,
    })
  })

  it('(100) that are not known are refused', async () => {
    for (const alg of [-65535, -47, -37, -9, 0, 7, '-7', null] as const)
      expect(await verify({ publicKey: (members) => members.set(3, alg) })).toEqual({
        verified: false,
        reason: 'The key signs in a way that this website does not know. Use another key.',
      })
  })

  it('(100) that do not go with the curve are refused', async () => {
    const p384 = aSecurityKey({ algorithm: 'ES384' })
    expect(
      await verify({ publicKey: (members) => members.set(3, -7) }, { key: p384, by: every }),
    ).toEqual({ verified: false, reason: malformed })
    expect(await verify({ publicKey: (members) => members.set(3, -8) })).toEqual({
      verified: false,
      reason: malformed,
    })
  })
})

describe('proofs of make', () => {
  const maker = aMaker()
  const root = pem('CERTIFICATE', maker.root)
  const required = securityKeys({ ...settings, attestation: 'required' })
  const rooted = securityKeys({
    ...settings,
    attestation: 'required',
    roots: { packed: [root], 'fido-u2f': [root] },
  })

  it.for([
    '',
    'Packed',
    'packed\u0000',
    'android-safetynet',
    'compound',
    'constructor',
    '__proto__',
  ])('(100) in the format “%j” are refused', async (fmt) => {
    expect(await verify({ format: 'packed', fmt })).toEqual({
      verified: false,
      reason: 'The key proves its make in a way that is not known here. Use another key.',
    })
  })

  const wrongs: readonly (readonly [string, RegistrationChanges])[] = [
    [
      'a signature over something else',
      {
        statement: (members) =>
          members.set(
            'sig',
            Buffer.concat([(members.get('sig') as Buffer).subarray(0, -1), Buffer.of(0)]),
          ),
      },
    ],
    ['no signature', { statement: (members) => (members.delete('sig'), members) }],
    ['a signature that is text', { statement: (members) => members.set('sig', 'signed') }],
    [
      'certificates that are none',
      { statement: (members) => members.set('x5c', [Buffer.of(1, 2, 3)]) },
    ],
    ['an empty list of certificates', { statement: (members) => members.set('x5c', []) }],
    ['certificates that are no list', { statement: (members) => members.set('x5c', new Map()) }],
    [
      'the certificate of another maker',
      { statement: (members) => members.set('x5c', aMaker().certificates(es256.aaguid)) },
    ],
    [
      'a certificate twice',
      {
        statement: (members) =>
          members.set('x5c', [
            (members.get('x5c') as Buffer[])[0]!,
            ...(members.get('x5c') as Buffer[]),
          ]),
      },
    ],
    [
      'a certificate that is not valid any more',
      { maker: aMaker({ proof: { until: new Date(Date.now() - 1000) } }) },
    ],
    [
      'a certificate that is not valid yet',
      { maker: aMaker({ proof: { from: new Date(Date.now() + 60_000) } }) },
    ],
  ]

  it.for(wrongs)('(101) with %s are refused, for FIDO2 and U2F', async ([, changes]) => {
    for (const format of ['packed', 'fido-u2f'] as const)
      expect([format, await verify({ format, ...changes })]).toEqual([
        format,
        { verified: false, reason: broken },
      ])
  })

  it('(101) whose certificates are no path are refused', async () => {
    const noAuthority = aMaker({ middle: { authority: false } })
    const gone = aMaker({ middle: { until: new Date(Date.now() - 1000) } })
    expect(
      await verify({
        format: 'packed',
        statement: (members) => members.set('x5c', (members.get('x5c') as Buffer[]).toReversed()),
      }),
    ).toEqual({ verified: false, reason: broken })
    for (const each of [noAuthority, gone])
      expect(await verify({ format: 'packed', maker: each })).toEqual({
        verified: false,
        reason: broken,
      })
    expect(
      await verify({
        format: 'packed',
        statement: (members) =>
          members.set('x5c', [(members.get('x5c') as Buffer[])[0]!, maker.root]),
      }),
    ).toEqual({ verified: false, reason: broken })
  })

  it('(101) whose certificate is not made for this are refused (§8.2.1)', async () => {
    for (const proof of [
      {
        subject: [
          ['C', 'SE'],
          ['O', 'Simulated'],
          ['OU', 'Web Server'],
          ['CN', 'x'],
        ],
      },
      { authority: true },
      {
        extensions: [
          ['1.3.6.1.4.1.45724.1.1.4', Buffer.concat([Buffer.of(4, 16), Buffer.alloc(16, 1)])],
        ],
      },
    ] as const)
      expect(await verify({ format: 'packed', maker: aMaker({ proof }) })).toEqual({
        verified: false,
        reason: broken,
      })
  })

  it('(101) that the key signs for itself in another way than its own are refused', async () => {
    for (const alg of [-8, -257, -35])
      expect(
        await verify({ format: 'packed self', statement: (members) => members.set('alg', alg) }),
      ).toEqual({ verified: false, reason: broken })
    expect(
      await verify({
        format: 'packed self',
        statement: (members) => members.set('sig', Buffer.alloc(70, 1)),
      }),
    ).toEqual({ verified: false, reason: broken })
  })

  it('(101) of U2F have one certificate, of one kind of key, and are about one kind of key (§8.6)', async () => {
    expect(
      await verify({
        format: 'fido-u2f',
        statement: (members) =>
          members.set('x5c', [...(members.get('x5c') as Buffer[]), maker.root]),
      }),
    ).toEqual({ verified: false, reason: broken })
    expect(await verify({ format: 'fido-u2f', maker: aMaker({ curve: 'P-384' }) })).toEqual({
      verified: false,
      reason: broken,
    })
    expect(
      await verify(
        { format: 'fido-u2f' },
        { key: aSecurityKey({ algorithm: 'ES384' }), by: every },
      ),
    ).toEqual({ verified: false, reason: broken })
  })

  it('(101) that say “none” and bring one are refused', async () => {
    expect(await verify({ format: 'packed', fmt: 'none' })).toEqual({
      verified: false,
      reason: broken,
    })
  })

  it('(101) that are none, or the key’s own, are refused where the maker’s is required', async () => {
    for (const format of ['none', 'packed self'] as const)
      expect(await verify({ format }, { by: required })).toEqual({
        verified: false,
        reason: unproven,
      })
    for (const format of ['packed', 'fido-u2f'] as const)
      expect(await verify({ format }, { by: required })).toMatchObject({ verified: true })
  })

  it('(101) lead to a root where roots are given', async () => {
    for (const format of ['packed', 'fido-u2f'] as const) {
      expect(await verify({ format, maker }, { by: rooted })).toMatchObject({ verified: true })
      expect(await verify({ format }, { by: rooted })).toEqual({
        verified: false,
        reason: otherMaker,
      })
    }
  })

  it('(101) may bring the root along, or be vouched for by one in between', async () => {
    const withRoot: RegistrationChanges = {
      format: 'packed',
      maker,
      statement: (members) => members.set('x5c', [...(members.get('x5c') as Buffer[]), maker.root]),
    }
    expect(await verify(withRoot, { by: rooted })).toMatchObject({ verified: true })
    const middle = pem('CERTIFICATE', maker.certificates(es256.aaguid)[1]!)
    expect(
      await verify(
        { format: 'packed', maker },
        { by: securityKeys({ ...settings, attestation: 'required', roots: { packed: [middle] } }) },
      ),
    ).toMatchObject({ verified: true })
  })

  it('(101) in a format without roots are refused where roots are given', async () => {
    const packedOnly = securityKeys({
      ...settings,
      attestation: 'required',
      roots: { packed: [root] },
    })
    expect(await verify({ format: 'fido-u2f', maker }, { by: packedOnly })).toEqual({
      verified: false,
      reason: otherMaker,
    })
  })

  it('(101) lead to a root by signature, not by name', async () => {
    const impostor = aMaker()
    expect(new X509Certificate(impostor.root).subject).toBe(new X509Certificate(maker.root).subject)
    expect(await verify({ format: 'packed', maker: impostor }, { by: rooted })).toEqual({
      verified: false,
      reason: otherMaker,
    })
  })

  it('name one of the products that are taken; U2F names none', async () => {
    const uuid = es256.aaguid
      .toString('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
      .toUpperCase()
    const chosen = securityKeys({
      ...settings,
      attestation: 'required',
      roots: { packed: [root], 'fido-u2f': [root] },
      aaguids: [uuid],
    })
    expect(await verify({ format: 'packed', maker }, { by: chosen })).toMatchObject({
      verified: true,
    })
    expect(await verify({ format: 'packed', maker }, { by: chosen, key: aSecurityKey() })).toEqual({
      verified: false,
      reason: otherProduct,
    })
    expect(await verify({ format: 'fido-u2f', maker }, { by: chosen })).toEqual({
      verified: false,
      reason: otherProduct,
    })
    // U2F's signature covers neither the number nor the flags.
    expect(
      await verify(
        {
          format: 'fido-u2f',
          maker,
          authenticatorData: (bytes) => (es256.aaguid.copy(bytes, 37), bytes),
        },
        { by: chosen },
      ),
    ).toEqual({ verified: false, reason: otherProduct })
  })
})

describe('credential ids', () => {
  it('(102) past 1023 bytes, or of none, are refused', async () => {
    for (const length of [0, 1024, 2000])
      expect(
        await verify({}, { key: { ...es256, credentialId: Buffer.alloc(length, 9) } }),
      ).toEqual({ verified: false, reason: length === 2000 ? unreadable : malformed })
  })

  it('(102) that differ between the answer and the key are refused', async () => {
    const answer = register(es256, challenge)
    const other = Buffer.alloc(32, 1).toString('base64url')
    for (const changed of [
      { id: other },
      { rawId: other },
      { id: other, rawId: other },
      { id: '' },
      { id: `${answer.id}=` },
      { id: `${answer.id}AA` },
    ])
      expect(await keys.verify({ ...answer, ...changed }, { challenge })).toMatchObject({
        verified: false,
      })
  })

  it('(102) are compared by their bytes: another way of writing them is refused', async () => {
    const credentialId = Buffer.alloc(32, 0)
    const answer = register({ ...es256, credentialId }, challenge)
    const sameBytes = `${answer.id.slice(0, -1)}B`
    expect(Buffer.from(sameBytes, 'base64url').equals(credentialId)).toBe(true)
    expect(
      await keys.verify({ ...answer, id: sameBytes, rawId: sameBytes }, { challenge }),
    ).toEqual({ verified: false, reason: malformed })
  })
})

describe('data that is not whole, or too much, is refused', () => {
  const wrongs: readonly (readonly [string, RegistrationChanges])[] = [
    [
      'a byte after the attestation object',
      { attestationObject: (bytes) => Buffer.concat([bytes, Buffer.of(0)]) },
    ],
    [
      'a second attestation object',
      { attestationObject: (bytes) => Buffer.concat([bytes, bytes]) },
    ],
    [
      'a byte less of the attestation object',
      { attestationObject: (bytes) => bytes.subarray(0, -1) },
    ],
    ['nothing', { attestationObject: () => Buffer.alloc(0) }],
    ['something that is no map', { attestationObject: () => cbor([1, 2, 3]) }],
    [
      'a member more in the attestation object',
      {
        attestationObject: (bytes) =>
          Buffer.concat([Buffer.of(0xa4), bytes.subarray(1), cbor('more'), cbor(1)]),
      },
    ],
    [
      'a member twice',
      {
        attestationObject: (bytes) =>
          Buffer.concat([Buffer.of(0xa4), bytes.subarray(1), cbor('fmt'), cbor('none')]),
      },
    ],
    [
      'a length that is written longer than needed',
      { attestationObject: (bytes) => Buffer.concat([Buffer.of(0xb8, 3), bytes.subarray(1)]) },
    ],
    [
      'an open-ended map',
      {
        attestationObject: (bytes) =>
          Buffer.concat([Buffer.of(0xbf), bytes.subarray(1), Buffer.of(0xff)]),
      },
    ],
    ['a tag', { attestationObject: (bytes) => Buffer.concat([Buffer.of(0xc0), bytes]) }],
    [
      'a list of four thousand million',
      { attestationObject: () => Buffer.of(0x9a, 0xff, 0xff, 0xff, 0xff) },
    ],
    [
      'bytes without end',
      { attestationObject: () => Buffer.of(0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff) },
    ],
    ['ten thousand lists in each other', { attestationObject: () => Buffer.alloc(10_000, 0x81) }],
    [
      'a byte after the public key',
      { authenticatorData: (bytes) => Buffer.concat([bytes, Buffer.of(0)]) },
    ],
    ['a byte less of the public key', { authenticatorData: (bytes) => bytes.subarray(0, -1) }],
    [
      'a byte after the extensions',
      {
        flags: flags.UP | flags.AT | flags.ED,
        extensions: Buffer.concat([cbor(new Map([['x', 1]])), Buffer.of(0)]),
      },
    ],
    [
      'a byte less of the extensions',
      {
        flags: flags.UP | flags.AT | flags.ED,
        extensions: cbor(new Map([['x', 'long']])).subarray(0, -1),
      },
    ],
    [
      'extensions that are no map',
      { flags: flags.UP | flags.AT | flags.ED, extensions: cbor([1]) },
    ],
    ['extensions that were not announced', { extensions: cbor(new Map([['x', 1]])) }],
    ['authenticator data of 36 bytes', { authenticatorData: (bytes) => bytes.subarray(0, 36) }],
    [
      'authenticator data that ends in the product',
      { authenticatorData: (bytes) => bytes.subarray(0, 50) },
    ],
    [
      'authenticator data that ends in the credential id',
      { authenticatorData: (bytes) => bytes.subarray(0, 70) },
    ],
    [
      'a credential id that is longer than all',
      { authenticatorData: (bytes) => (bytes.writeUInt16BE(1023, 53), bytes) },
    ],
    [
      'a coordinate short of a byte',
      { publicKey: (members) => members.set(-2, (members.get(-2) as Buffer).subarray(1)) },
    ],
    [
      'a coordinate with a byte more',
      {
        publicKey: (members) =>
          members.set(-3, Buffer.concat([Buffer.of(0), members.get(-3) as Buffer])),
      },
    ],
    ['a coordinate that is a sign only', { publicKey: (members) => members.set(-3, true) }],
    ['a coordinate that is text', { publicKey: (members) => members.set(-2, 'x'.repeat(32)) }],
    ['no coordinate', { publicKey: (members) => (members.delete(-3), members) }],
    [
      'a point beside the curve',
      {
        publicKey: (members) =>
          members.set(
            -2,
            Buffer.concat([
              (members.get(-2) as Buffer).subarray(0, 31),
              Buffer.of((members.get(-2) as Buffer)[31]! ^ 1),
            ]),
          ),
      },
    ],
    [
      'the point 0, 0',
      { publicKey: (members) => members.set(-2, Buffer.alloc(32)).set(-3, Buffer.alloc(32)) },
    ],
    [
      'a coordinate past the prime',
      { publicKey: (members) => members.set(-2, Buffer.alloc(32, 0xff)) },
    ],
    [
      'a member more in the public key',
      { publicKey: (members) => members.set(2, Buffer.from('kid')) },
    ],
    ['a private key', { publicKey: (members) => members.set(-4, Buffer.alloc(32, 1)) }],
    ['another kind of key', { publicKey: (members) => members.set(1, 1) }],
    ['another curve', { publicKey: (members) => members.set(-1, 2) }],
    ['a curve by its name', { publicKey: (members) => members.set(-1, 'P-256') }],
    ['a public key that is no map', { publicKey: () => new Map<number, Cbor>() }],
  ]

  it.for(wrongs)('(103) %s', async ([, changes]) => {
    for (const format of ['none', 'packed'] as const)
      expect(await verify({ format, ...changes })).toMatchObject({ verified: false })
  })

  it('(103) a point beside an Edwards curve', async () => {
    for (const [algorithm, bytes] of [
      ['EdDSA', 32],
      ['Ed448', 57],
    ] as const) {
      const key = aSecurityKey({ algorithm })
      let refused = 0
      for (let first = 0; first < 16; first++) {
        const point = Buffer.from(publicKeyOf(key).get(-2) as Buffer)
        point[0] = first
        if (
          !(await verify({ publicKey: (members) => members.set(-2, point) }, { key, by: every }))
            .verified
        )
          refused++
      }
      // About every second number is a point's.
      expect(refused).toBeGreaterThan(0)
      expect(refused).toBeLessThan(16)
      for (const point of [
        Buffer.alloc(bytes, 0xff),
        Buffer.alloc(bytes - 1, 1),
        Buffer.alloc(bytes + 1, 1),
        Buffer.alloc(0),
      ])
        expect(
          await verify({ publicKey: (members) => members.set(-2, point) }, { key, by: every }),
        ).toEqual({ verified: false, reason: malformed })
    }
  })

  it('(103) an RSA key that is too small or strangely made', async () => {
    const key = aSecurityKey({ algorithm: 'RS256' })
    const n = publicKeyOf(key).get(-1) as Buffer
    const wrong: readonly ((members: Map<number | string, Cbor>) => Map<number | string, Cbor>)[] =
      [
        (members) => members.set(-1, n.subarray(128)),
        (members) => members.set(-1, Buffer.alloc(2000, 0xff)),
        (members) => members.set(-1, Buffer.concat([Buffer.of(0), n])),
        (members) => members.set(-1, Buffer.alloc(0)),
        (members) => members.set(-2, Buffer.of(1)),
        (members) => members.set(-2, Buffer.of(2)),
        (members) => members.set(-2, Buffer.alloc(0)),
        (members) => members.set(-3, Buffer.of(1)),
      ]
    for (const publicKey of wrong)
      expect(await verify({ publicKey }, { key })).toEqual({ verified: false, reason: malformed })
  })

  it.for([
    undefined,
    null,
    1,
    'text',
    [],
    {},
    { id: 1 },
    { ...register(es256, challenge), type: 'password' },
    { ...register(es256, challenge), response: null },
    { ...register(es256, challenge), response: { clientDataJSON: 'e30', attestationObject: 7 } },
    {
      ...register(es256, challenge),
      response: { ...register(es256, challenge).response, clientDataJSON: 'not base64url!' },
    },
    {
      ...register(es256, challenge),
      response: { ...register(es256, challenge).response, attestationObject: 'A' },
    },
    {
      ...register(es256, challenge),
      response: { ...register(es256, challenge).response, attestationObject: 'A'.repeat(200_000) },
    },
    register(es256, challenge, { clientDataJSON: Buffer.from('{') }),
    register(es256, challenge, { clientDataJSON: Buffer.from('[]') }),
    register(es256, challenge, { clientDataJSON: Buffer.from('null') }),
    register(es256, challenge, {
      clientDataJSON: Buffer.concat([
        Buffer.from('{"type":"'),
        Buffer.of(0xff, 0xfe),
        Buffer.from('"}'),
      ]),
    }),
  ])('that is no answer at all: %#', async (response) => {
    expect(await keys.verify(response, { challenge })).toMatchObject({
      verified: false,
      reason: unreadable,
    })
  })

  it('never rejects, whichever byte is wrong', async () => {
    const answer = register(es256, challenge, { format: 'packed' })
    const bytes = Buffer.from(answer.response.attestationObject, 'base64url')
    // Prime, so that each part of the object is hit.
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1 << (at % 8)
      expect(
        await keys.verify(
          {
            ...answer,
            response: { ...answer.response, attestationObject: changed.toString('base64url') },
          },
          { challenge },
        ),
      ).toHaveProperty('verified')
    }
  })
})

describe('the use of a key', () => {
  const publicKey = cbor(publicKeyOf(es256)).toString('base64url')
  const expected = {
    challenge,
    credentialId: es256.credentialId.toString('base64url'),
    publicKey,
    signCount: 5,
  }
  const judge = (changes: SignInChanges = {}, key = es256) =>
    keys.verifyUse(signIn(key, challenge, { signCount: 6, ...changes }), expected)

  it('is accepted, and tells the new count', async () => {
    expect(await judge({ flags: flags.UP })).toEqual({
      verified: true,
      signCount: 6,
      userVerified: false,
    })
    expect(
      await judge({ flags: flags.UP | flags.ED, extensions: cbor(new Map([['x', 1]])) }),
    ).toMatchObject({ verified: true })
  })

  it('by a key that does not count is accepted', async () => {
    expect(
      await keys.verifyUse(signIn(es256, challenge), { ...expected, signCount: 0 }),
    ).toMatchObject({ verified: true, signCount: 0 })
  })

  it('that counts no further is refused', async () => {
    for (const signCount of [0, 4, 5])
      expect(await judge({ signCount })).toEqual({
        verified: false,
        reason:
          'The key counts fewer uses than before, so it may have been copied. Tell your administrator.',
      })
  })

  const wrongs: readonly (readonly [string, SignInChanges, string])[] = [
    [
      'a registration',
      { clientData: { type: 'webauthn.create' } },
      'This is the answer to another question. Start again.',
    ],
    ['another challenge', { clientData: { challenge: 'AAAA' } }, otherAttempt],
    ['another website', { clientData: { origin: 'https://evil.example' } }, otherWebsite],
    ['a page inside another', { clientData: { crossOrigin: true } }, embedded],
    ['another relying party', { rpId: 'evil.example' }, otherRp],
    [
      'nobody present',
      { flags: flags.UV },
      'The key was not touched. Try again, and touch it when it asks for it.',
    ],
    ['a backup that cannot be', { flags: flags.UP | flags.BS }, malformed],
    ['a byte too much', { extensions: Buffer.of(0) }, malformed],
    [
      'a new credential',
      {
        flags: flags.UP | flags.AT,
        extensions: Buffer.concat([Buffer.alloc(16), Buffer.of(0, 1, 9), cbor(publicKeyOf(es256))]),
      },
      malformed,
    ],
    [
      'a broken signature',
      {
        signature: (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.of(bytes.at(-1)! ^ 1)]),
      },
      'The key’s signature is not right. Try again.',
    ],
    [
      'no signature',
      { signature: () => Buffer.alloc(0) },
      'The key’s signature is not right. Try again.',
    ],
  ]

  it.for(wrongs)('with %s is refused', async ([, changes, reason]) => {
    expect(await judge(changes)).toEqual({ verified: false, reason })
  })

  it('of another key is refused', async () => {
    expect(await judge({}, aSecurityKey())).toEqual({
      verified: false,
      reason: 'This is another key than the one that was asked for. Use that one.',
    })
    expect(await judge({}, aSecurityKey({ credentialId: es256.credentialId }))).toEqual({
      verified: false,
      reason: 'The key’s signature is not right. Try again.',
    })
  })

  it('that is no answer at all is refused', async () => {
    for (const response of [undefined, null, {}, register(es256, challenge)])
      expect(await keys.verifyUse(response, expected)).toEqual({
        verified: false,
        reason: unreadable,
      })
  })
})

describe('settings that cannot be meant', () => {
  it.for([
    { rpId: 'https://example.org' },
    { rpId: 'example.org:443' },
    { rpId: 'Example.org' },
    { rpId: '' },
    { origins: [] },
    { origins: ['example.org'] },
    { origins: ['https://example.org/'] },
    { origins: ['https://example.org/path'] },
    { origins: ['http://example.org'] },
    { origins: ['null'] },
    { embeddedIn: ['friend.example'] },
    { algorithms: [] },
    { aaguids: ['00000000-0000-0000-0000-000000000001'] },
    { roots: {} },
    { attestation: 'required', aaguids: ['yubikey'] },
    { attestation: 'required', roots: { packed: ['no certificate'] } },
  ] as readonly Partial<SecurityKeysOptions>[])('throw: %j', (options) => {
    expect(() => securityKeys({ ...settings, ...options })).toThrow(TypeError)
  })

  it('do not include localhost and apps', () => {
    expect(() =>
      securityKeys({
        ...settings,
        rpId: 'localhost',
        origins: ['http://localhost:5173', 'android:apk-key-hash:abc_-1'],
      }),
    ).not.toThrow()
  })
})
