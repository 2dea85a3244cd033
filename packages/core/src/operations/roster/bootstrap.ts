import * as z from 'zod/mini'
import { systemActor } from '../../kernel/actor.js'
import type { Operation } from '../../kernel/operation.js'
import { err, ok } from '../../kernel/result.js'
import { organizationName, type Organization } from '../../domain/organizations/organization.js'
import type { Handler } from '../../context.js'
import { userNameBoundaryOf } from '../../domain/policy.js'
import { administratorRoleId } from '../../domain/roles/role.js'
import { emailsSchema, nameSchema } from '../../domain/users/user-fields.js'
import { userNameSchema } from '../../domain/users/user-name.js'
import { newUser } from '../../domain/users/new-user.js'

/**
 * Makes the root organization and its first administrator on a fresh installation, which has no
 * account of any kind before (docs/security.md, row 75). The administrator is active from the
 * start: the host has already signed them in. Where there is a root organization nothing changes,
 * so a host may call it at every start.
 */
export const bootstrap = {
  name: 'roster.bootstrap',
  kind: 'command',
  summary: 'Creates the root organization and its first administrator on a fresh installation.',
  permission: null,
  subject: 'caller',
  hostOnly: true,
  event: 'roster.bootstrapped',
  input: z.strictObject({
    organizationName,
    administrator: z.strictObject({
      userName: userNameSchema,
      name: nameSchema,
      emails: emailsSchema,
    }),
  }),
  output: z.object({ organizationId: z.string(), administratorId: z.nullable(z.string()) }),
  failures: [],
  example: {
    organizationName: 'Acme',
    administrator: {
      userName: 'ada',
      name: { givenName: 'Ada', familyName: 'Lovelace' },
      emails: [{ value: 'ada@example.com', primary: true }],
    },
  },
} as const satisfies Operation

export const bootstrapHandler: Handler<typeof bootstrap> = async (
  context,
  { organizationName: rootName, administrator },
) => {
  const { tx, at, newId, policy, record } = context
  const existing = (await tx.organizations.roots())[0]
  if (existing) {
    record({ subject: null, organizationId: existing.id, changes: [] })
    return ok({ organizationId: existing.id, administratorId: null })
  }
  const organization: Organization = {
    id: newId(),
    version: 1,
    parentId: null,
    name: rootName,
    depth: 0,
    ssoProvider: null,
    ssoRoleMapping: {},
    locks: [],
  }
  const user = newUser({
    ...administrator,
    id: newId(),
    organizationId: organization.id,
    at,
    actor: systemActor,
    state: 'active',
  })
  await tx.organizations.insert(organization)
  if ((await tx.users.insert(user, userNameBoundaryOf(policy, organization.id))) !== 'inserted')
    return err({ code: 'busy' })
  await tx.roleAssignments.insert({
    id: newId(),
    userId: user.id,
    userOrganizationId: organization.id,
    roleId: administratorRoleId,
    organizationId: organization.id,
    validFromAt: null,
    validUntilAt: null,
  })
  record({
    subject: { kind: 'user', id: user.id, label: `${user.name.givenName} ${user.name.familyName}` },
    organizationId: organization.id,
    changes: [
      { field: 'organization', before: null, after: rootName },
      { field: 'administrator', before: null, after: user.userName },
    ],
  })
  return ok({ organizationId: organization.id, administratorId: user.id })
}
