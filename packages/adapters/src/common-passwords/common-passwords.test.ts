import { describe, expect, it } from 'vitest'
import { commonPasswords } from './common-passwords.js'

describe('common passwords', () => {
  it('has those that everybody tries first', () => {
    const list = commonPasswords()
    for (const password of [
      '123456',
      'password',
      '12345678',
      'qwerty',
      '123456789',
      'letmein',
      'iloveyou',
      'princess',
      'sunshine',
      'football',
      'qwertyuiop',
      '1qaz2wsx',
      'trustno1',
      'abc123',
    ])
      expect([password, list.has(password)]).toEqual([password, true])
  })

  it('has far more than the 3,000 commonest, all in the form in which it is asked', () => {
    const list = commonPasswords() as ReadonlySet<string>
    expect(list.size).toBeGreaterThan(30_000)
    expect(
      [...list].filter((password) => password !== password.normalize('NFKC').toLowerCase()),
    ).toEqual([])
  })

  it('has nothing that only contains one', () => {
    for (const password of [
      '',
      'my dragon sleeps at noon',
      'correct horse battery staple',
      'constructor',
      '__proto__',
      'Łódź w kwietniu',
    ])
      expect([password, commonPasswords().has(password)]).toEqual([password, false])
  })

  it('is read once', () => {
    expect(commonPasswords()).toBe(commonPasswords())
  })
})
