/** A format for codes: what it accepts, and the sentence that explains it to the user. */
export interface CodeFormat {
  readonly id: string
  /** What to enter: “6 digits”. */
  readonly description: string
  /**
   * Null when the code is fine; otherwise a sentence that says what to do. The code is in normal
   * form NFKC.
   */
  readonly objection: (code: string) => string | null
}

const digitsOnly = (least: number, most: number, description: string) => (code: string) => {
  if (!/^[0-9]+$/.test(code) || code.length < least || code.length > most)
    return `Enter ${description}.`
  return tooSimple(code)
    ? 'This is too easy to guess. Do not use one digit throughout, or digits that count up or down.'
    : null
}

const charactersOf = (least: number) => (code: string) => {
  if ([...code].length < least) return `Use at least ${least} characters.`
  if ([...code].length > 64) return 'Use at most 64 characters.'
  return new Set(code).size < 4 ? 'This is too easy to guess. Use more different characters.' : null
}

/**
 * The formats of secret codes that a host can choose from (docs/features.md, row 17); it may bring
 * its own.
 */
export const secretCodeFormats = {
  pin6: { id: 'pin6', description: '6 digits', objection: digitsOnly(6, 6, '6 digits') },
  pin8: { id: 'pin8', description: '8 digits', objection: digitsOnly(8, 8, '8 digits') },
  pin46: {
    id: 'pin46',
    description: '4 to 6 digits',
    objection: digitsOnly(4, 6, '4 to 6 digits'),
  },
  password8: { id: 'password8', description: 'at least 8 characters', objection: charactersOf(8) },
  password12: {
    id: 'password12',
    description: 'at least 12 characters',
    objection: charactersOf(12),
  },
} as const satisfies Readonly<Record<string, CodeFormat>>

function tooSimple(digits: string): boolean {
  const steps = new Set(
    Array.from(digits.slice(1), (digit, index) => Number(digit) - Number(digits[index])),
  )
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0]!)
}

// Without letters and digits that are mistaken for each other when they are read out: i, l, o, u,
// 0, 1.
const readable = 'abcdefghjkmnpqrstvwxyz23456789'

/**
 * The forms of codes that the roster makes up itself. Each has at least the 20 bits that ASVS 6.5.4
 * asks for.
 */
export const generatedCodeFormats = {
  pin6: { alphabet: '0123456789', length: 6, group: 6 },
  pin8: { alphabet: '0123456789', length: 8, group: 4 },
  letters10: { alphabet: readable, length: 10, group: 5 },
} as const

/** The name of one of {@link generatedCodeFormats}. */
export type GeneratedCodeFormat = keyof typeof generatedCodeFormats

/**
 * A code of the form, in groups for reading out: `4821 0937`. What is typed back is read by
 * {@link plainCode}.
 */
export function newCode(format: GeneratedCodeFormat): string {
  const { alphabet, length, group } = generatedCodeFormats[format]
  return grouped(randomText(alphabet, length), group, ' ')
}

/**
 * A password that the roster makes up: 80 random bits in groups of four, such as
 * `k7mq-x2fd-9htc-wv4r`.
 */
export function newTemporaryPassword(): string {
  return grouped(randomText(readable, 16), 4, '-')
}

/** A code as it was made, however it was typed: without spaces and hyphens, in small letters. */
export function plainCode(code: string): string {
  return code.normalize('NFKC').replaceAll(/[\s-]/gu, '').toLowerCase()
}

function grouped(text: string, size: number, between: string): string {
  return text.match(new RegExp(`.{1,${size}}`, 'g'))!.join(between)
}

/**
 * Every character of the alphabet is equally likely: bytes past the last whole multiple of its
 * length are drawn again.
 */
function randomText(alphabet: string, length: number): string {
  const fair = 256 - (256 % alphabet.length)
  let text = ''
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length * 2)))
      if (byte < fair && text.length < length) text += alphabet[byte % alphabet.length]
  }
  return text
}
