import { describe, expect, it } from 'vitest'
import {
  generatedCodeFormats,
  newCode,
  newTemporaryPassword,
  plainCode,
  type GeneratedCodeFormat,
} from '../../packages/core/src/domain/secrets/code.ts'
import { newToken } from '../../packages/core/src/domain/secrets/token.ts'
import { idOf } from '../world.ts'

const many = 100_000

/**
 * How unevenly characters are spread over an alphabet: chi-square, to be compared with what chance
 * leaves above once in a million runs.
 */
function chiSquare(texts: readonly string[], alphabet: string): number {
  const counts = new Map([...alphabet].map((character) => [character, 0]))
  let all = 0
  for (const text of texts) {
    for (const character of text) {
      counts.set(character, counts.get(character)! + 1)
      all++
    }
  }
  const expected = all / alphabet.length
  return [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
}

/** The bound that chance exceeds once in a million (Wilson and Hilferty's approximation). */
function onceInAMillion(degrees: number): number {
  const z = 4.753
  return degrees * (1 - 2 / (9 * degrees) + z * Math.sqrt(2 / (9 * degrees))) ** 3
}

/**
 * Each place of a text for itself, so that a place that never changes is not hidden among others.
 */
const places = (texts: readonly string[]) =>
  Array.from({ length: texts[0]!.length }, (_, place) => texts.map((text) => text[place]!))

describe(`${many.toLocaleString('en')} codes and tokens`, () => {
  it.each(Object.keys(generatedCodeFormats) as GeneratedCodeFormat[])(
    '%s: every character at every place is equally likely, and there are at least 20 bits (ASVS 6.5.4)',
    (format) => {
      const { alphabet, length } = generatedCodeFormats[format]
      const codes = Array.from({ length: many }, () => plainCode(newCode(format)))
      expect(codes.every((code) => code.length === length)).toBe(true)
      expect(length * Math.log2(alphabet.length)).toBeGreaterThan(19.9)
      for (const place of places(codes))
        expect(chiSquare(place, alphabet)).toBeLessThan(onceInAMillion(alphabet.length - 1))
      // As many repeats as chance brings among so many, and not more (six standard deviations).
      const repeats = many - new Set(codes).size
      const pairs = (many * (many - 1)) / 2 / alphabet.length ** length
      expect(repeats).toBeLessThanOrEqual(Math.ceil(pairs + 6 * Math.sqrt(pairs)))
    },
  )

  it('temporary passwords have 80 bits or nearly, and none comes twice', () => {
    const passwords = Array.from({ length: many }, newTemporaryPassword)
    expect(new Set(passwords).size).toBe(many)
    const alphabet = generatedCodeFormats.letters10.alphabet
    for (const place of places(passwords.map((password) => password.replaceAll('-', ''))))
      expect(chiSquare(place, alphabet)).toBeLessThan(onceInAMillion(alphabet.length - 1))
    expect(16 * Math.log2(alphabet.length)).toBeGreaterThan(78)
  })

  it('tokens have 256 random bits behind the person, and none comes twice', () => {
    const tokens = Array.from({ length: many }, () => Buffer.from(newToken(idOf(7)), 'base64url'))
    expect(tokens.every((token) => token.length === 48)).toBe(true)
    expect(new Set(tokens.map((token) => token.subarray(16).toString('base64url'))).size).toBe(many)
    for (let byte = 16; byte < 48; byte++) {
      const counts = new Uint32Array(256)
      for (const token of tokens) counts[token[byte]!]!++
      const statistic = counts.reduce(
        (sum, count) => sum + (count - many / 256) ** 2 / (many / 256),
        0,
      )
      expect(statistic).toBeLessThan(onceInAMillion(255))
    }
  })
})
