import { authenticatorViewSchema } from '../../domain/authenticators/authenticator.js'
import * as z from 'zod/mini'

export const registrationLinks = ['activation', 'enrolment'] as const

export const registeredSchema = z.object({
  authenticator: authenticatorViewSchema,
  /** Whether the link is used up by it: an enrolment link is, one for onboarding is not. */
  linkDone: z.boolean(),
})

export const registrationFailures = ['secret_unusable', 'other_account', 'not_configured'] as const
