import { line } from '../../kernel/text.js'
import * as z from 'zod/mini'

// In a file of its own, because pages show users without taking entries.
export const nameSchema = z.strictObject({ givenName: line(100), familyName: line(100) })

/**
 * An email address as it may be entered: SCIM `emails` (RFC 7643 §4.1.2), the address at most 254
 * characters (RFC 5321 §4.5.3.1).
 */
export const emailAddress = z
  .string()
  .check(
    z.trim(),
    z.maxLength(254, { error: 'Use at most 254 characters.', abort: true }),
    z.email(),
  )

/**
 * What an address or a number is for, such as `work` (RFC 7643 §2.4); a label that decides nothing.
 */
const kind = z.optional(line(50))

export const emailSchema = z.strictObject({ value: emailAddress, primary: z.boolean(), type: kind })

export const emailsSchema = z.array(emailSchema).check(
  z.minLength(1, { error: 'Enter an e-mail address.' }),
  z.maxLength(5),
  z.refine((emails) => emails.filter((email) => email.primary).length === 1, {
    error: 'Exactly one address must be the primary one.',
  }),
  z.refine(
    (emails) => new Set(emails.map((email) => email.value.toLowerCase())).size === emails.length,
    { error: 'An address stands there twice.' },
  ),
)

export const phoneNumbersSchema = z
  .array(
    z.strictObject({
      value: z.string().check(
        z.trim(),
        z.regex(/^\+?[0-9][0-9 ().-]{3,30}$/, {
          error: 'Enter a phone number such as +44 20 7946 0000.',
        }),
      ),
      type: kind,
    }),
  )
  .check(z.maxLength(5))

/**
 * A provisioning system's own id for something: one line of at most 255 characters (RFC 7643 §3.1).
 */
export const externalIdSchema = line(255)

export const userTypeSchema = z.nullable(line(100))

export const localeSchema = z.nullable(
  z.string().check(
    z.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, {
      error: 'Enter a language tag such as en-GB.',
    }),
  ),
)

/** The host's own attributes; its schema checks them. */
export const attributesSchema = z.record(z.string().check(z.maxLength(100)), z.unknown())
