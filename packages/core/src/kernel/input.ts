import type * as z from 'zod/mini'
import type { InputIssue } from './failure.js'

/** Input as its schema reads it, or what is wrong with it. */
export type ParsedInput<T = object> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: InputIssue[] }

/**
 * Parses input against an operation's schema and says each fault in a sentence for the user at
 * the form. The server's edge and the forms of the kit use this one reading, so both say the same.
 */
export function parseInput<T>(schema: z.ZodMiniType<T>, input: unknown): ParsedInput<T> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return { ok: true, value: parsed.data }
  return { ok: false, issues: parsed.error.issues.flatMap((issue) => describe(issue)) }
}

type Issue = z.core.$ZodIssue

function describe(issue: Issue): InputIssue[] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: 'unknown_field',
      message: 'This field is not known here. Remove it.',
    }))
  return [{ path, code: issueCode(issue), message: sentence(issue) }]
}

function issueCode(issue: Issue): string {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  return issue.code === 'custom' ? 'invalid_value' : issue.code
}

function sentence(issue: Issue): string {
  // A message of our own is set at the check; zod/mini brings none unless a locale is loaded.
  if (issue.message && issue.message !== 'Invalid input') return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'Enter a value.'
        : `This must be ${article(issue.expected)}.`
    case 'too_small':
      return issue.origin === 'array'
        ? `Choose at least ${issue.minimum}.`
        : issue.origin === 'string'
          ? `Use at least ${issue.minimum} characters.`
          : `Use ${issue.minimum} or more.`
    case 'too_big':
      return issue.origin === 'array'
        ? `Choose at most ${issue.maximum}.`
        : issue.origin === 'string'
          ? `Use at most ${issue.maximum} characters.`
          : `Use ${issue.maximum} or less.`
    case 'invalid_value':
      return `Choose one of: ${issue.values.map(String).join(', ')}.`
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not in the expected form.'
    default:
      return 'This value is not accepted here.'
  }
}

const formats: Readonly<Record<string, string>> = {
  email: 'Enter an e-mail address such as name@example.com.',
  uuid: 'This is not an identifier. Choose from the list.',
  datetime: 'Enter a date and time in UTC, such as 2026-03-01T09:00:00Z.',
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`
}
