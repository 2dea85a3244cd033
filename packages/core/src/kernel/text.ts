import * as z from 'zod/mini'

// Control characters, the bidirectional overrides and isolates, and line separators: none belongs
// in a name, and each can forge what a reader sees.
const forbidden = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/**
 * One line of text as users type it: trimmed, in Unicode normal form C, without control characters
 * or bidirectional overrides, at most `max` code points.
 */
export function line(max: number) {
  return entered(max, (text) => text)
}

/** Text of several lines, such as a reason; otherwise as {@link line}. */
export function paragraph(max: number) {
  return entered(max, (text) => text.replaceAll(/[\n\t]/g, ''))
}

/** @param judged What of the text must hold no control character. */
function entered(max: number, judged: (text: string) => string) {
  return z.string().check(
    z.refine((text) => text.isWellFormed(), {
      error: 'It contains a broken character. Type it again.',
      abort: true,
    }),
    z.overwrite((text) => text.normalize('NFC').trim()),
    z.minLength(1, { error: 'Enter a value.', abort: true }),
    z.refine((text) => text.length <= max * 2 && [...text].length <= max, {
      error: `Use at most ${max} characters.`,
      abort: true,
    }),
    z.refine((text) => !forbidden.test(judged(text)), {
      error: 'It contains an invisible control character. Type it again.',
    }),
  )
}

/**
 * A search text: at most 200 characters, well formed. Line ends and tabs from a paste become
 * spaces.
 */
export const searchInput = z.string().check(
  z.maxLength(200, { error: 'Use at most 200 characters.', abort: true }),
  z.refine((text) => text.isWellFormed() && !forbidden.test(text.replaceAll(/\s/g, ' ')), {
    error: 'It contains a broken or invisible character. Type it again.',
  }),
)

// Letters that NFKD leaves whole but that users search for, and sort, by their plain neighbour.
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŀ: 'l',
  ŋ: 'n',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ə: 'e',
  ƙ: 'k',
  ɓ: 'b',
  ɗ: 'd',
  ơ: 'o',
  ư: 'u',
}

/**
 * Folds text for searching and sorting: lower case, without accents, compatibility forms unified,
 * so that “lukasz” finds “Łukasz” and he sorts among the Ls. Not for identity: usernames are
 * compared by their own rule.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[łøđðħıŀŋŧþßæœəƙɓɗơư]/g, (letter) => plainLetters[letter] ?? letter)
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

/**
 * Compares by code point, as SQLite's BINARY and PostgreSQL's "C" collations do; `<` would compare
 * UTF-16 units.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  const left = [...a]
  const right = [...b]
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
