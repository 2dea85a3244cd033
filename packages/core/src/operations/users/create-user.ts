import { groupAssignment, userCreation } from '../../domain/roles/shared-actions.js'
import type { Handler, OrganizationContext } from '../../context.js'
import { actorOf, provisioningOf } from '../../domain/callers/caller.js'
import { userNameBoundaryOf } from '../../domain/policy.js'
import type { Resource } from '../../domain/resources/resource.js'
import { decideAt, decideGrant } from '../../domain/roles/decide.js'
import { invitedUserSchema } from '../../domain/secrets/issued-link.js'
import { inactivityLockFrom } from '../../domain/users/inactivity.js'
import { newUser } from '../../domain/users/new-user.js'
import { ownersAfter } from '../../domain/users/owners.js'
import { attributesSchema, localeSchema, userTypeSchema } from '../../domain/users/user-fields.js'
import { userNameSchema } from '../../domain/users/user-name.js'
import { loadUserSubjects } from '../../domain/users/user-subject.js'
import { viewUser } from '../../steps/users/view-user.js'
import {
  editableFields,
  emailsSchema,
  nameSchema,
  phoneNumbersSchema,
  type User,
} from '../../domain/users/user.js'
import type { UserState } from '../../domain/users/user-lifecycle.js'
import type { Change } from '../../kernel/change.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation, ParsedInputOf } from '../../kernel/operation.js'
import { err, ok, type Result } from '../../kernel/result.js'
import { assignableResources, insertAssignment } from '../../steps/resources/resource-handlers.js'
import { parseAttributes } from '../../steps/users/attributes.js'
import { inviteByPolicy } from '../../steps/users/invite.js'
import * as z from 'zod/mini'

const roleChoice = z.strictObject({
  roleId: z.string().check(z.maxLength(64)),
  organizationId: z.uuid(),
})

const rolesSchema = z.array(roleChoice).check(
  z.maxLength(20),
  z.refine(
    (roles) =>
      new Set(
        roles.map(({ roleId, organizationId }) => `${organizationId.toLowerCase()} ${roleId}`),
      ).size === roles.length,
    { error: 'A role stands there twice for the same organization.' },
  ),
)

const groupIdsSchema = z.array(z.uuid()).check(
  z.maxLength(50),
  z.refine((ids) => new Set(ids.map((id) => id.toLowerCase())).size === ids.length, {
    error: 'A group stands there twice.',
  }),
)

/**
 * Adds a user to an organization, optionally with roles and groups (docs/features.md, rows 1 and
 * 2): all of it or nothing. Of several roles the first is the main one. The caller needs the right
 * to assign each role and group. With activation `now`, the user shows as PROVISIONED until they
 * finish onboarding, with a link that the policy emails or shows once, or that `link` shows in any
 * case; with `later`, as STAGED. A user who signs in with SSO only gets no link; if their identity
 * provider provisions them, they are active immediately. The username must be available within the
 * policy's boundary.
 */
export const createUser = {
  name: 'users.create',
  ...userCreation,
  summary: 'Adds a user to an organization, optionally with roles and groups.',
  subject: 'organization',
  event: 'user.created',
  input: z.strictObject({
    organizationId: z.uuid(),
    userName: userNameSchema,
    name: nameSchema,
    emails: emailsSchema,
    phoneNumbers: z._default(phoneNumbersSchema, []),
    userType: z._default(userTypeSchema, null),
    locale: z._default(localeSchema, null),
    /** The host's own attributes; judged by its schema. */
    attributes: z._default(attributesSchema, {}),
    /** The first is the main one. */
    roles: z._default(rolesSchema, []),
    /** Groups of the organization or of one above it. */
    groupIds: z._default(groupIdsSchema, []),
    activation: z._default(z.enum(['now', 'later', 'link']), 'now'),
    mfaRequired: z._default(z.boolean(), false),
    federatedOnly: z._default(z.boolean(), false),
  }),
  output: invitedUserSchema,
  showsOnce: ['activationLink.link'],
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

export const createUserHandler: Handler<typeof createUser> = async (context, input) => {
  const { tx, newId, policy } = context
  const refused = await refuseRoles(context, input.roles)
  if (refused) return err(refused)
  const groups = await findGroups(context, input.groupIds)
  if (!groups.ok) return groups
  const attributes = parseAttributes(context, input.attributes)
  if (!attributes.ok) return attributes

  const user = userFrom(context, input, attributes.value)
  const outcome = await tx.users.insert(user, userNameBoundaryOf(policy, user.organizationId))
  if (outcome === 'user_name_taken')
    return err({ code: 'user_name_taken', details: { userName: user.userName } })
  for (const { roleId, organizationId } of input.roles) {
    await tx.roleAssignments.insert({
      id: newId(),
      userId: user.id,
      userOrganizationId: user.organizationId,
      roleId,
      organizationId,
      validFromAt: null,
      validUntilAt: null,
    })
  }
  for (const { id } of groups.value) await insertAssignment(context, 'group', user, id)

  const subject = (await loadUserSubjects(context, [user]))[0]!
  context.record({
    subject: subject.auditSubject,
    organizationId: user.organizationId,
    changes: changesOf(user, input, groups.value),
  })
  const activationLink =
    input.activation === 'later'
      ? null
      : await inviteByPolicy(
          { ...context, subject },
          input.activation === 'link' ? 'show' : undefined,
        )
  return ok({ ...viewUser(context, subject), activationLink })
}

type CreateUserInput = ParsedInputOf<typeof createUser>

function userFrom(
  { at, caller, newId, policy }: OrganizationContext,
  input: CreateUserInput,
  attributes: User['attributes'],
): User {
  const state = stateFrom(input, provisioningOf(caller) !== undefined)
  const set = editableFields.filter(
    (field) =>
      input[field] !== null && !(field === 'phoneNumbers' && input.phoneNumbers.length === 0),
  )
  return {
    ...newUser({
      id: newId(),
      organizationId: input.organizationId,
      userName: input.userName,
      name: input.name,
      emails: input.emails,
      at,
      actor: actorOf(caller),
      state,
    }),
    phoneNumbers: input.phoneNumbers,
    userType: input.userType,
    attributes,
    locale: input.locale,
    mfa: { required: input.mfaRequired, enrolment: 'none' },
    signInRoute: input.federatedOnly ? 'federated' : 'any',
    owners: ownersAfter(caller, {}, set),
    inactivityLockAt: state === 'active' ? inactivityLockFrom(policy, at) : null,
  }
}

function stateFrom(input: CreateUserInput, provisioned: boolean): UserState {
  if (input.activation === 'later') return 'staged'
  return input.federatedOnly && provisioned ? 'active' : 'provisioned'
}

function changesOf(user: User, input: CreateUserInput, groups: readonly Resource[]): Change[] {
  const { userName, name, emails, phoneNumbers, userType, locale, attributes } = user
  const after = {
    userName,
    name,
    emails,
    phoneNumbers,
    userType,
    locale,
    attributes,
    roles: input.roles,
    groups: groups.map((group) => group.name),
    activation: input.activation,
    mfaRequired: input.mfaRequired,
    federatedOnly: input.federatedOnly,
  }
  return Object.entries(after).map(([field, value]) => ({ field, before: null, after: value }))
}

/** Why one of these roles may not be given, as `roles.assign` would say it; null when all may. */
async function refuseRoles(
  { tx, caller, roles }: OrganizationContext,
  requested: ParsedInputOf<typeof createUser>['roles'],
): Promise<Failure<
  'invalid_input' | 'not_found' | 'not_permitted' | 'grant_exceeds_rights'
> | null> {
  const lineages = await tx.organizations.lineages(
    requested.map(({ organizationId }) => organizationId),
  )
  for (const [index, { roleId, organizationId }] of requested.entries()) {
    const role = roles.get(roleId)
    if (!role)
      return {
        code: 'invalid_input',
        details: {
          issues: [
            {
              path: `roles.${index}.roleId`,
              code: 'unknown_role',
              message: 'There is no such role. Choose one from the list.',
            },
          ],
        },
      }
    const decision = decideGrant(caller, role, lineages.get(organizationId) ?? [])
    if (!decision.allowed) return decision.failure
    // The host's own code may give anything, but only at an organization that there is.
    if (!lineages.has(organizationId)) return { code: 'not_found' }
  }
  return null
}

/** The groups to assign, in the order requested. Refused if `groups.assign` would refuse them. */
async function findGroups(
  { tx, caller, lineage }: OrganizationContext,
  groupIds: readonly string[],
): Promise<Result<readonly Resource[], 'invalid_input' | 'not_found' | 'not_permitted'>> {
  if (groupIds.length === 0) return ok([])
  const decision = decideAt(caller, groupAssignment, lineage)
  if (!decision.allowed) return err(decision.failure)
  const assignable = await assignableResources(tx, 'group', groupIds, lineage)
  const groups = groupIds.flatMap((id) => assignable.get(id) ?? [])
  if (groups.length === groupIds.length) return ok(groups)
  const issues = groupIds.flatMap((id, index) =>
    assignable.has(id)
      ? []
      : [
          {
            path: `groupIds.${index}`,
            code: 'unknown_group',
            message:
              'There is no such group at this organization or above it. Choose one from the list.',
          },
        ],
  )
  return err({ code: 'invalid_input', details: { issues } })
}
