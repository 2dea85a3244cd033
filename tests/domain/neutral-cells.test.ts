import { neutralized, restored } from '@rosterkit/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('cells for spreadsheets', () => {
  it.each([
    '=1+1',
    '+44 20 7946 0000',
    '-1',
    '@SUM(A1)',
    '−1',
    '\t=1',
    '\tname',
    '\rname',
    '\nname',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '"=1+1"',
    "'=1",
    ' =1',
    '\u00A0=1',
    '"\t',
    '\uFEFF=1',
  ])('%j begins with an apostrophe', (text) => {
    expect(neutralized(text)).toBe(`'${text.startsWith('\t=') ? "\t'=1" : text}`)
    expect(restored(neutralized(text))).toBe(text)
  })

  it.each([
    ['x;=1+1', "x;'=1+1"],
    ['x,@a', "x,'@a"],
    ['a\n=b', "a\n'=b"],
    ['+1; -2', "'+1;' -2"],
  ])('%j is harmless where a spreadsheet divides it', (text, harmless) => {
    expect(neutralized(text)).toBe(harmless)
    expect(restored(harmless)).toBe(text)
  })

  it.each(['Ada', 'ada@example.com', 'a-b', "O'Neill", "'quoted'", '5=5', '', ' ', 'Łukasz'])(
    '%j stays as it is',
    (text) => {
      expect(neutralized(text)).toBe(text)
      expect(restored(text)).toBe(text)
    },
  )

  const awkward = fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '−',
      '＝',
      '\t',
      '\r',
      '\n',
      "'",
      '"',
      ' ',
      ';',
      ',',
      'a',
      '\u00A0',
      '\uFEFF',
    ),
  })

  it('gives back whatever was there', () => {
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: 'binary' })), (text) => {
        expect(restored(neutralized(text))).toBe(text)
      }),
      { numRuns: 5000 },
    )
  })

  it('leaves no part that a spreadsheet would calculate, however it divides the cell', () => {
    const calculated = /^["\p{Zs}\uFEFF]*[=+\-@\u2212\uFF1D\uFF0B\uFF0D\uFF20]/u
    fc.assert(
      fc.property(awkward, (text) => {
        expect(
          [...neutralized(text).split(/[,;\t\r\n]/), neutralized(text).trimStart()].filter((part) =>
            calculated.test(part),
          ),
        ).toEqual([])
      }),
      { numRuns: 5000 },
    )
  })
})
