import * as z from 'zod/mini'
import { decisionSchema, viewDecision, type Decision } from '../kernel/decision.js'
import type { Instant } from '../kernel/clock.js'
import type { Failure } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import { covers } from '../kernel/period.js'
import type { OperationContext } from '../pipeline.js'
import { organizationRefSchema } from '../organizations/organization.js'
import { decideEach } from '../roles/decide.js'
import { roleAssignmentViewSchema } from '../roles/role-assignment.js'
import { missing } from '../secrets/services.js'
import { explain, explanationSchema } from './status.js'
import { displayName, fieldOwners, mfaEnrolments, passwordStates, type User } from './user.js'
import { loadUserSubjects, type UserSubject } from './user-subject.js'

/** A person as callers see them. Nothing outside this list leaves the server (ASVS 15.3.1). */
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
  /** What the caller may do to this person, by operation name: `can['users.lock']`. */
  can: z.record(z.string(), decisionSchema),
})

/** A person as callers see them; `can` says what this caller may do to them, and why not. */
export type UserView = z.infer<typeof userViewSchema>

/** Shows people to the caller, with explained status, roles and what the caller may do. */
export async function viewUsers(
  context: OperationContext,
  users: readonly User[],
): Promise<UserView[]> {
  return (await loadUserSubjects(context, users)).map((subject) => viewUser(context, subject))
}

/**
 * Shows one person to the caller, with status and roles as they stand now or at another instant;
 * what the caller may do is judged now.
 */
export function viewUser(
  context: OperationContext,
  { user, lineage, assignments, organizations, target }: UserSubject,
  asOfAt: Instant = context.at,
): UserView {
  const { caller, roles, userCommands } = context
  const refs = lineage.map(({ id, name }) => ({ id, name }))
  const {
    organizationId: _,
    lifecycle: __,
    locks: ___,
    failedSignIns: ____,
    inactivityLockAt: _____,
    ...shown
  } = user
  return {
    ...shown,
    organization: refs.at(-1) ?? { id: user.organizationId, name: '' },
    lineage: refs,
    displayName: displayName(user),
    emails: [...user.emails],
    verifiedEmails: [...user.verifiedEmails],
    phoneNumbers: [...user.phoneNumbers],
    attributes: { ...user.attributes },
    status: explain(user, asOfAt, lineage) as UserView['status'],
    roles: assignments.map((assignment) => ({
      id: assignment.id,
      roleId: assignment.roleId,
      roleName: roles.get(assignment.roleId)?.name ?? assignment.roleId,
      organization: {
        id: assignment.organizationId,
        name: organizations.get(assignment.organizationId)?.name ?? '',
      },
      validFromAt: assignment.validFromAt,
      validUntilAt: assignment.validUntilAt,
      inForce: covers(assignment.validFromAt, assignment.validUntilAt, asOfAt),
    })),
    can: canNow(context, decideEach(caller, userCommands, target, context), user),
  }
}

/**
 * Each decision as it travels, by operation name, and those that the state of the person may turn
 * into a no.
 */
interface ViewedDecisions {
  readonly can: UserView['can']
  readonly conditional: readonly { readonly operation: Operation; readonly decision: Decision }[]
}

const viewed = new WeakMap<readonly Decision[], ViewedDecisions>()

function viewedOf(
  operations: readonly Operation[],
  decisions: readonly Decision[],
): ViewedDecisions {
  const known = viewed.get(decisions)
  if (known) return known
  const each = operations.map((operation, index) => ({ operation, decision: decisions[index]! }))
  const made = {
    can: Object.fromEntries(
      each.map(({ operation, decision }) => [operation.name, viewDecision(decision)]),
    ),
    conditional: each.filter(({ operation }) => operation.possible ?? operation.needs),
  }
  viewed.set(decisions, made)
  return made
}

/**
 * What the caller may do to the person: what was decided for all like them, and no to what their
 * own state does not allow or the host has not set up.
 */
function canNow(
  {
    at,
    services,
    userCommands: operations,
  }: Pick<OperationContext, 'at' | 'services' | 'userCommands'>,
  decisions: readonly Decision[],
  user: User,
): UserView['can'] {
  const { can, conditional } = viewedOf(operations, decisions)
  const now = { ...can }
  for (const { operation, decision } of conditional) {
    const next = decideNow(
      decision,
      operation.possible?.(user as never, at) ?? missing(services, operation),
    )
    if (next !== decision) now[operation.name] = viewDecision(next)
  }
  return now
}

function decideNow(decision: Decision, impossible: Failure | null): Decision {
  return decision.allowed && impossible ? { allowed: false, failure: impossible } : decision
}
