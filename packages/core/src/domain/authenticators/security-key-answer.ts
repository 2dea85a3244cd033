import * as z from 'zod/mini'

export const securityKeyTaskSchema = z.object({
  /** What `navigator.credentials.create` takes, in JSON form (WebAuthn Level 3 §5.1.8). */
  options: z.record(z.string(), z.unknown()),
  expiresAt: z.string(),
})

/**
 * The browser's answer as `PublicKeyCredential.toJSON()` gives it. Judged by the ceremony; here
 * only that it is of a sane size.
 */
export const securityKeyAnswer = z.record(z.string().check(z.maxLength(100)), z.unknown()).check(
  z.refine((answer) => JSON.stringify(answer).length <= 65_536, {
    error: 'The answer of the security key is too large.',
  }),
)
