import { describe, expect, it } from 'vitest'
import { sha256Hex, signingKey } from './digest.js'

const hex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

// As Node has it and, with no Node to ask, as browsers have it.
describe.each([
  ['Node', undefined],
  ['Web Crypto', null],
])('hashes and signatures by %s', (_, given) => {
  const node = given as undefined

  it('gives the hash of FIPS 180-2, appendix B.1, and takes text as UTF-8', async () => {
    expect(await sha256Hex('abc', node)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
    expect(await sha256Hex('Łukasz \u{1F600}', node)).toBe(await sha256Hex('Łukasz \u{1F600}'))
  })

  it('signs as in test case 2 of RFC 4231', async () => {
    const key = await signingKey(new TextEncoder().encode('Jefe'), node)
    expect(hex(await key.sign('what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })

  it('knows its own signature, and no other', async () => {
    const key = await signingKey(new Uint8Array(32).fill(7), node)
    const signature = new Uint8Array(await key.sign('text'))
    expect(await key.verify('text', signature)).toBe(true)
    expect(await key.verify('texu', signature)).toBe(false)
    expect(
      await key.verify(
        'text',
        signature.map((byte, index) => (index === 31 ? byte ^ 1 : byte)),
      ),
    ).toBe(false)
    expect(await key.verify('text', signature.slice(0, 31))).toBe(false)
    expect(await key.verify('text', new Uint8Array(0))).toBe(false)
  })
})
