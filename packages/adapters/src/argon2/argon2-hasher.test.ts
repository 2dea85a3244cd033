import { describe, expect, it } from 'vitest'
import { argon2Hasher } from './argon2-hasher.js'

// As cheap as Argon2 gets; the defaults are looked at once.
const cheap = { memoryKiB: 8, passes: 1 }
const hasher = argon2Hasher(cheap)

// The reference implementation's own test vector: argon2id, v=19, m=65536, t=2, p=1, "password"
// with the salt "somesalt".
const reference =
  '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'

describe('argon2 hasher', () => {
  it('knows what it hashed, and nothing else', async () => {
    const stored = await hasher.hash('correct horse battery staple')
    expect(await hasher.verify('correct horse battery staple', stored)).toBe(true)
    for (const other of [
      '',
      'correct horse battery stapl',
      'Correct horse battery staple',
      'correct horse battery staple ',
    ])
      expect(await hasher.verify(other, stored)).toBe(false)
  })

  it('by default costs what OWASP asks for, and says so', async () => {
    const byDefault = argon2Hasher()
    const stored = await byDefault.hash('correct horse battery staple')
    expect(stored).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    )
    expect(await byDefault.verify('correct horse battery staple', stored)).toBe(true)
    expect(byDefault.outdated(stored)).toBe(false)
  })

  it('gives equal texts different strings', async () => {
    const [first, second] = await Promise.all([hasher.hash('same'), hasher.hash('same')])
    expect(first).not.toBe(second)
  })

  it('reads what other programs made', async () => {
    expect(await hasher.verify('password', reference)).toBe(true)
    expect(await hasher.verify('passwore', reference)).toBe(false)
  })

  it('lets every byte of a long text count', async () => {
    const long = 'a'.repeat(72)
    const stored = await hasher.hash(`${long}b`)
    expect(await hasher.verify(`${long}c`, stored)).toBe(false)
    expect(await hasher.verify(`${long}b`, stored)).toBe(true)
    const longer = '密码'.repeat(2048)
    expect(await hasher.verify(longer, await hasher.hash(longer))).toBe(true)
    expect(await hasher.verify('a\u0000b', await hasher.hash('a\u0000c'))).toBe(false)
  })

  it.for([
    '',
    'password',
    '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW',
    '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA',
    '$argon2d$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$lVzYmRxpeFYJZpWgwRLMJR7JxfqGnXyHB0J6ZsUQ3HM',
    '$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ',
    '$argon2id$v=19$m=0,t=0,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=9999999999,t=9999999999,p=999$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$!!!hFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQx8$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    `${reference} `,
    `${reference}$extra`,
    reference.replaceAll('$', '\u0000'),
  ])('answers false to a string that it cannot read, and holds it outdated: %j', async (stored) => {
    expect(await hasher.verify('password', stored)).toBe(false)
    expect(hasher.outdated(stored)).toBe(true)
  })

  it('holds outdated what cost less than is wanted now, and nothing that cost more', async () => {
    const wanted = argon2Hasher({ memoryKiB: 65_536, passes: 2 })
    const made = (m: number, t: number, salt = 'A'.repeat(22)) =>
      `$argon2id$v=19$m=${m},t=${t},p=1$${salt}$${'A'.repeat(43)}`
    expect(
      [
        made(65_536, 2),
        made(65_535, 2),
        made(65_536, 1),
        made(131_072, 3),
        made(131_072, 1),
        made(65_536, 2, 'c29tZXNhbHQ'),
      ].map((stored) => wanted.outdated(stored)),
    ).toEqual([false, true, true, false, true, true])
  })

  it.for([
    { memoryKiB: 0 },
    { memoryKiB: 7 },
    { memoryKiB: 15, parallelism: 2 },
    { passes: 0 },
    { passes: 1.5 },
    { parallelism: 0 },
    { memoryKiB: Number.NaN },
    { memoryKiB: Number.POSITIVE_INFINITY },
  ])('cannot be made with %j', (options) => {
    expect(() => argon2Hasher(options)).toThrow(RangeError)
  })
})
