import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import type { Handler } from '../../context.js'
import { explain, statusesWithAccess } from '../../domain/users/status.js'
import { explanationSchema, viewExplanation } from '../../domain/users/explanation-view.js'
import { findUser } from '../../domain/users/find-user.js'

/**
 * The sign-in gate: says whether the user behind a username may sign in now, with the same
 * explanation that the screens show. The host's own sign-in asks before and after it checks the
 * password. The answer for an unknown username has the same shape as a refusal; what the sign-in
 * form shows must not differ either.
 */
export const checkSignIn = {
  name: 'signIn.check',
  kind: 'query',
  summary: 'Says whether the user behind a username may sign in now.',
  permission: null,
  subject: 'caller',
  hostOnly: true,
  /** `organizationId` is needed where usernames are unique within an organization. */
  input: z.strictObject({
    userName: z.string().check(z.maxLength(512)),
    organizationId: z.optional(z.uuid()),
  }),
  output: z.object({
    userId: z.nullable(z.string()),
    mayEnter: z.boolean(),
    /** False for a user who signs in with SSO only (docs/features.md, row 23). */
    passwordAllowed: z.boolean(),
    mfaRequired: z.boolean(),
    explanation: z.nullable(explanationSchema),
  }),
  failures: [],
  example: { userName: 'ada.lovelace', organizationId: '0198f0c0-7e00-7000-8000-000000000002' },
} as const satisfies Operation

export const checkSignInHandler: Handler<typeof checkSignIn> = async (
  { tx, at, policy },
  { userName, organizationId },
) => {
  const user = await findUser(tx, policy, userName, organizationId)
  if (!user)
    return ok({
      userId: null,
      mayEnter: false,
      passwordAllowed: false,
      mfaRequired: false,
      explanation: null,
    })
  const lineages = await tx.organizations.lineages([user.organizationId])
  const explanation = explain(user, at, lineages.get(user.organizationId))
  const mayEnter = statusesWithAccess.includes(explanation.status)
  return ok({
    userId: user.id,
    mayEnter,
    passwordAllowed: mayEnter && user.signInRoute === 'any',
    mfaRequired: user.mfa.required,
    explanation: viewExplanation(explanation),
  })
}
