import { userViewSchema } from '../users/user-view.js'
import * as z from 'zod/mini'

export const issuedLinkSchema = z.object({
  /** The link to hand over, when the policy shows it. It cannot be shown again. */
  link: z.nullable(z.string()),
  /** The address that it is emailed to, if the policy emails it. */
  sentTo: z.nullable(z.string()),
  expiresAt: z.string(),
})

/** A link that was made for a user: shown once, emailed, or both. */
export type IssuedLink = z.infer<typeof issuedLinkSchema>

/** A user, and the link that was made for them to finish onboarding; null where none was. */
export const invitedUserSchema = z.extend(userViewSchema, {
  activationLink: z.nullable(issuedLinkSchema),
})
