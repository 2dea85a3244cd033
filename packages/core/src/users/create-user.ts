import * as z from 'zod/mini'
import { actorOf } from '../callers/caller.js'
import type { Actor } from '../kernel/actor.js'
import type { Instant } from '../kernel/clock.js'
import { issuedLinkSchema } from '../secrets/issue-link.js'
import type { Operation } from '../kernel/operation.js'
import { err, ok } from '../kernel/result.js'
import { line } from '../kernel/text.js'
import type { Handler } from '../pipeline.js'
import { parseAttributes } from './attributes.js'
import { userNameBoundaryOf } from '../policy.js'
import { decideGrant } from '../roles/decide.js'
import { emailsSchema, nameSchema, phoneNumbersSchema, type User } from './user.js'
import type { UserState } from './user-lifecycle.js'
import { userNameSchema } from './user-name.js'
import { loadUserSubjects } from './user-subject.js'
import { inviteByPolicy } from './invite.js'
import { userViewSchema, viewUser } from './user-view.js'

/** A person, and the link that was made for them to finish onboarding; null where none was. */
export const invitedUserSchema = z.extend(userViewSchema, { activationLink: z.nullable(issuedLinkSchema) })

/**
 * Adds a person to an organization, with roles from the start if wanted (rows 1 and 2). Activated now, the person shows as
 * PROVISIONED until they have finished onboarding, for which a link is mailed or shown once by the policy, or shown in any case with `link`;
 * later, as STAGED. Nothing is sent to somebody who signs in through a federation only. The username must be free within the policy's boundary.
 */
export const createUser = {
  name: 'users.create',
  kind: 'command',
  summary: 'Adds a person to an organization, with roles from the start if wanted.',
  permission: 'user:create',
  subject: 'organization',
  refusedUnderSso: true,
  event: 'user.created',
  input: z.strictObject({
    organizationId: z.uuid(),
    userName: userNameSchema,
    name: nameSchema,
    emails: emailsSchema,
    phoneNumbers: z._default(phoneNumbersSchema, []),
    userType: z._default(z.nullable(line(100)), null),
    locale: z._default(z.nullable(z.string().check(z.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, { error: 'Enter a language tag such as en-GB.' }))), null),
    /** The host's own attributes; judged by its schema. */
    attributes: z._default(z.record(z.string().check(z.maxLength(100)), z.unknown()), {}),
    roles: z._default(z.array(z.strictObject({ roleId: z.string().check(z.maxLength(64)), organizationId: z.uuid() })).check(z.maxLength(20)), []),
    activation: z._default(z.enum(['now', 'later', 'link']), 'now'),
    mfaRequired: z._default(z.boolean(), false),
    federatedOnly: z._default(z.boolean(), false),
  }),
  output: invitedUserSchema,
  failures: ['user_name_taken', 'grant_exceeds_rights', 'managed_by_sso'],
  http: { method: 'POST', path: '/users', creates: true },
  invalidates: ['users.list', 'users.checkUserName'],
  example: {
    organizationId: '0198f0c0-7e00-7000-8000-000000000002',
    userName: 'ada.lovelace',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ value: 'ada@example.com', primary: true }],
    roles: [{ roleId: 'viewer', organizationId: '0198f0c0-7e00-7000-8000-000000000002' }],
  },
} as const satisfies Operation

/** Carries out {@link createUser}. */
export const createUserHandler: Handler<typeof createUser> = async (context, input) => {
  const { tx, at, caller, newId, policy, roles } = context
  const lineages = await tx.organizations.lineages(input.roles.map((role) => role.organizationId))
  for (const [index, wanted] of input.roles.entries()) {
    const role = roles.get(wanted.roleId)
    if (!role) return err({ code: 'invalid_input', details: { issues: [{ path: `roles.${index}.roleId`, code: 'unknown_role', message: 'There is no such role. Choose one from the list.' }] } })
    const decision = decideGrant(caller, role, lineages.get(wanted.organizationId) ?? [])
    if (!decision.allowed) return err(decision.failure as never)
    // The host's own code may give anything, but only at an organization that there is.
    if (!lineages.has(wanted.organizationId)) return err({ code: 'not_found' })
  }

  const attributes = parseAttributes(context, input.attributes)
  if (!attributes.ok) return attributes

  const user: User = {
    ...newUser({ id: newId(), organizationId: input.organizationId, userName: input.userName, name: input.name, emails: input.emails, at, actor: actorOf(caller), state: input.activation === 'later' ? 'staged' : 'provisioned' }),
    phoneNumbers: input.phoneNumbers,
    userType: input.userType,
    attributes: attributes.value,
    locale: input.locale,
    mfa: { required: input.mfaRequired, enrolment: 'none' },
    signInRoute: input.federatedOnly ? 'federated' : 'any',
  }
  const outcome = await tx.users.insert(user, userNameBoundaryOf(policy, user.organizationId))
  if (outcome === 'user_name_taken') return err({ code: 'user_name_taken', details: { userName: user.userName } })
  for (const { roleId, organizationId } of input.roles) {
    await tx.roleAssignments.insert({ id: newId(), userId: user.id, userOrganizationId: user.organizationId, roleId, organizationId, validFromAt: null, validUntilAt: null })
  }

  const subject = (await loadUserSubjects(context, [user]))[0]!
  const { userName, name, emails, phoneNumbers, userType, locale } = user
  const after = { userName, name, emails, phoneNumbers, userType, locale, attributes: user.attributes, roles: input.roles, activation: input.activation, mfaRequired: input.mfaRequired, federatedOnly: input.federatedOnly }
  context.record({ subject: subject.auditSubject, organizationId: user.organizationId, changes: Object.entries(after).map(([field, value]) => ({ field, before: null, after: value })) })
  const activationLink = input.activation === 'later' ? null : await inviteByPolicy({ ...context, subject }, input.activation === 'link' ? 'show' : undefined)
  return ok({ ...viewUser(context, subject), activationLink })
}

/** A person with nothing but what everybody has; commands that bring people in begin with this. */
export function newUser({ at, actor, state, ...identity }: Pick<User, 'id' | 'organizationId' | 'userName' | 'name' | 'emails'> & { readonly at: Instant; readonly actor: Actor; readonly state: UserState }): User {
  return {
    ...identity,
    version: 1,
    verifiedEmails: [],
    phoneNumbers: [],
    userType: null,
    locale: null,
    externalId: null,
    attributes: {},
    owners: {},
    lifecycle: { state, sinceAt: at, actor, reason: null, formerState: null, restorableUntilAt: null },
    locks: [],
    password: { state: 'none', sinceAt: null, expiresAt: null },
    mfa: { required: false, enrolment: 'none' },
    failedSignIns: { count: 0, sinceAt: null },
    inactivityLockAt: null,
    signInRoute: 'any',
    validFromAt: null,
    validUntilAt: null,
    lastSignedInAt: null,
    createdAt: at,
    updatedAt: at,
  }
}
