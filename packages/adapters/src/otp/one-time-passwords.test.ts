import { describe, expect, it } from 'vitest'
import { oneTimePasswords } from './one-time-passwords.js'

const otp = oneTimePasswords()

// RFC 6238 appendix B, SHA-1: the key is the ASCII text "12345678901234567890". The codes there
// have eight digits; apps show the last six.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const vectors = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

const instant = (seconds: number) => new Date(seconds * 1000).toISOString()

describe('one-time passwords', () => {
  it.for(vectors)('of RFC 6238 at %i s', ([seconds, code]) => {
    expect(otp.stepOf(code, secret, instant(seconds), null)).toBe(Math.floor(seconds / 30))
  })

  it('count one step early and one step late, and no further', () => {
    const [seconds, code] = vectors[1]
    const step = Math.floor(seconds / 30)
    const begins = step * 30
    for (const [at, expected] of [
      [begins - 31, null],
      [begins - 30, step],
      [begins, step],
      [begins + 59, step],
      [begins + 60, null],
    ] as const)
      expect([at - begins, otp.stepOf(code, secret, instant(at), null)]).toEqual([
        at - begins,
        expected,
      ])
  })

  it('count once: not at or before the step that was used last', () => {
    const [seconds, code] = vectors[1]
    const step = Math.floor(seconds / 30)
    expect(
      [step - 1, step, step + 1].map((after) => otp.stepOf(code, secret, instant(seconds), after)),
    ).toEqual([step, null, null])
  })

  it('may be typed with spaces', () => {
    expect(otp.stepOf(' 287 082 ', secret, instant(59), null)).toBe(1)
  })

  it.for([
    '',
    '287081',
    '28708',
    '2870820',
    '94287082',
    '２８７０８２',
    '-87082',
    '287082\u0000',
    'abcdef',
    '1e5000',
    '9'.repeat(100_000),
  ])('that are not the code are none: %.20s', (code) => {
    expect(otp.stepOf(code, secret, instant(59), null)).toBe(null)
  })

  it('do not reach back before the first step', () => {
    expect(otp.stepOf('000000', secret, instant(0), null)).toBe(null)
  })
})

describe('a secret', () => {
  it('is new each time, 160 bits, and base32', () => {
    const secrets = Array.from({ length: 200 }, () => otp.newSecret())
    expect(new Set(secrets).size).toBe(200)
    for (const each of secrets) expect(each).toMatch(/^[A-Z2-7]{32}$/)
  })

  it('that is no base32, or too short, is a mistake of the program', () => {
    for (const broken of ['', 'GEZDGNBV', '0189!']) {
      expect(() => otp.stepOf('287082', broken, instant(59), null)).toThrow(TypeError)
      expect(() => otp.address({ secret: broken, account: 'ada', issuer: 'Portal' })).toThrow(
        TypeError,
      )
    }
  })
})

describe('the address for the app', () => {
  it('names issuer, account, and what apps expect', () => {
    expect(otp.address({ secret, account: 'ada@example.com', issuer: 'Harbourline' })).toBe(
      `otpauth://totp/Harbourline:ada%40example.com?issuer=Harbourline&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
    )
  })

  it('keeps names from writing settings of their own', () => {
    const address = new URL(
      otp.address({ secret, account: 'a:b?secret=AAAA&issuer=Eve#', issuer: 'Ha:rb/our & line?' }),
    )
    expect(decodeURIComponent(address.pathname)).toBe(
      '/Ha rb/our & line?:a b?secret=AAAA&issuer=Eve#',
    )
    expect(Object.fromEntries(address.searchParams)).toEqual({
      issuer: 'Ha rb/our & line?',
      secret,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})
