import { securityKeys } from '@rosterkit/adapters/webauthn'
import { createHash, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { flags, p256KeyOf, register, signIn, type SimulatedKey } from './simulated-key.ts'

// The test vectors of WebAuthn Level 3 §16 that hold no attestation are made here anew, byte for
// byte, the way §16 says they were made: every value drawn by HKDF from one sentence. The digests
// are those of the published values: attestationObject and both clientDataJSON and
// authenticatorData, one after the other. (Signatures of elliptic curves differ from run to run, so
// the published ones are made anew as well.)
const vectors = [
  {
    name: 'none.ES256',
    section: '16.2',
    digest: '020340e490cc0be3597cc9d1c359749542c886ea25bb14f4bab955400e2c5662',
  },
  {
    name: 'none.ES256.crossOrigin',
    section: '16.4',
    digest: '4deae47521d3b188851ac0eabbdd005253811ca5b0f0d73ca9ff4b7353e1ab0e',
    clientData: { crossOrigin: true },
  },
  {
    name: 'none.ES256.topOrigin',
    section: '16.5',
    digest: '8aad22eeb765425eae25b4fdb171bb905e908a2022f729651ab1344ce0d5a627',
    clientData: { crossOrigin: true, topOrigin: 'https://example.com' },
  },
  {
    name: 'none.ES256.long-credential-id',
    section: '16.6',
    digest: 'f1d6df4c11114ed1b7badca547326f00eb8a14ef5e9f8dfc8007b9718affbaf7',
    credentialIdBytes: 1023,
  },
] as const

describe('the specification’s registrations and uses', () => {
  it.for(vectors)('$name (§$section) are accepted', async (vector) => {
    const { registration, signedIn } = ceremonies(vector)
    expect(
      digestOf(
        registration.answer.response.attestationObject,
        registration.answer.response.clientDataJSON,
        signedIn.answer.response.authenticatorData,
        signedIn.answer.response.clientDataJSON,
      ),
    ).toBe(vector.digest)

    const keys = securityKeys({
      rpId: 'example.org',
      rpName: 'Example',
      origins: ['https://example.org'],
      embeddedIn: ['https://example.com'],
    })
    const outcome = await keys.verify(registration.answer, { challenge: registration.challenge })
    expect(outcome).toMatchObject({
      verified: true,
      key: { attestation: 'none', type: 'fido2', signCount: 0 },
    })
    const { key } = outcome as Extract<typeof outcome, { readonly verified: true }>
    expect(
      await keys.verifyUse(signedIn.answer, { ...key, challenge: signedIn.challenge }),
    ).toMatchObject({ verified: true })
  })

  it('are refused inside a page of another website, unless that is expected', async () => {
    const keys = securityKeys({
      rpId: 'example.org',
      rpName: 'Example',
      origins: ['https://example.org'],
    })
    for (const vector of [vectors[1], vectors[2]]) {
      const { registration } = ceremonies(vector)
      expect(await keys.verify(registration.answer, { challenge: registration.challenge })).toEqual(
        {
          verified: false,
          reason:
            'The page was shown inside another website. Open it in a window of its own and start again.',
        },
      )
    }
  })
})

/** Draws the values in the order in which §16 names them. */
function ceremonies({ name, ...departures }: (typeof vectors)[number]) {
  let drawn = 0
  const draw = (length: number) =>
    Buffer.from(hkdfSync('sha256', 'WebAuthn test vectors', Buffer.of(drawn++), name, length))
  const said = 'clientData' in departures ? departures.clientData : {}
  const clientData = () => {
    const more = (draw(1)[0]! & 1) === 1
    return more
      ? {
          ...said,
          extraData: `clientDataJSON may be extended with additional fields in the future, such as this: ${draw(16).toString('base64url')}`,
        }
      : said
  }

  const challenge = draw(32).toString('base64url')
  const privateKey = p256KeyOf(draw(32))
  const data = clientData()
  const aaguid = draw(16)
  const credentialId = draw('credentialIdBytes' in departures ? departures.credentialIdBytes : 32)
  const key: SimulatedKey = { algorithm: 'ES256', privateKey, aaguid, credentialId }
  const bits = draw(1)[0]!
  const eligible = bits & flags.BE
  const answer = register(key, challenge, {
    clientData: data,
    flags: flags.UP | flags.AT | (bits & flags.UV) | eligible | (eligible ? bits & flags.BS : 0),
  })

  const secondChallenge = draw(32).toString('base64url')
  const secondData = clientData()
  const secondBits = draw(1)[0]!
  return {
    registration: { challenge, answer },
    signedIn: {
      challenge: secondChallenge,
      answer: signIn(key, secondChallenge, {
        clientData: secondData,
        flags:
          flags.UP | (secondBits & flags.UV) | eligible | (eligible ? secondBits & flags.BS : 0),
      }),
    },
  }
}

function digestOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(Buffer.from(part, 'base64url'))
  return hash.digest('hex')
}
