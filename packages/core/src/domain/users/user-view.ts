import { decisionSchema } from '../../kernel/decision.js'
import { organizationRefSchema } from '../organizations/organization.js'
import { roleAssignmentViewSchema } from '../roles/role-assignment.js'
import { explanationSchema } from './explanation-view.js'
import { fieldOwners, mfaEnrolments, passwordStates } from './user.js'
import * as z from 'zod/mini'

/** A user as callers see them. Nothing outside this list leaves the server (ASVS 15.3.1). */
export const userViewSchema = z.object({
  id: z.string(),
  version: z.number(),
  organization: organizationRefSchema,
  /** From the root down to the home organization. */
  lineage: z.array(organizationRefSchema),
  userName: z.string(),
  name: z.object({ givenName: z.string(), familyName: z.string() }),
  displayName: z.string(),
  emails: z.array(
    z.object({ value: z.string(), primary: z.boolean(), type: z.optional(z.string()) }),
  ),
  verifiedEmails: z.array(z.string()),
  phoneNumbers: z.array(z.object({ value: z.string(), type: z.optional(z.string()) })),
  userType: z.nullable(z.string()),
  locale: z.nullable(z.string()),
  externalId: z.nullable(z.string()),
  attributes: z.record(z.string(), z.unknown()),
  owners: z.record(z.string(), z.enum(fieldOwners)),
  status: explanationSchema,
  roles: z.array(roleAssignmentViewSchema),
  password: z.object({
    state: z.enum(passwordStates),
    sinceAt: z.nullable(z.string()),
    expiresAt: z.nullable(z.string()),
  }),
  mfa: z.object({ required: z.boolean(), enrolment: z.enum(mfaEnrolments) }),
  signInRoute: z.enum(['any', 'federated']),
  validFromAt: z.nullable(z.string()),
  validUntilAt: z.nullable(z.string()),
  lastSignedInAt: z.nullable(z.string()),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** What the caller may do to this user, by operation name: `can['users.lock']`. */
  can: z.record(z.string(), decisionSchema),
})

/** A user as callers see them; `can` says what this caller may do to them, and why not. */
export type UserView = z.infer<typeof userViewSchema>
