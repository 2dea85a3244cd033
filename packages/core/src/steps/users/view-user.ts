import type { OperationContext } from '../../context.js'
import { decideEach } from '../../domain/roles/decide.js'
import { missing } from '../../domain/secrets/services.js'
import { explain } from '../../domain/users/status.js'
import { viewExplanation } from '../../domain/users/explanation-view.js'
import { loadUserSubjects, type UserSubject } from '../../domain/users/user-subject.js'
import type { UserView } from '../../domain/users/user-view.js'
import { displayName, type User } from '../../domain/users/user.js'
import type { Instant } from '../../kernel/clock.js'
import { viewDecision, type Decision } from '../../kernel/decision.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { covers } from '../../kernel/period.js'

/** Shows users to the caller, with explained status, roles and what the caller may do. */
export async function viewUsers(
  context: OperationContext,
  users: readonly User[],
): Promise<UserView[]> {
  return (await loadUserSubjects(context, users)).map((subject) => viewUser(context, subject))
}

/**
 * Shows one user to the caller, with status and roles as of now or another instant. What the caller
 * may do is decided as of now.
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
    status: viewExplanation(explain(user, asOfAt, lineage)),
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
 * Each decision as it travels, by operation name, and those that the state of the user may turn
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
    conditional: each.filter(({ operation }) => 'possible' in operation || 'needs' in operation),
  }
  viewed.set(decisions, made)
  return made
}

/**
 * What the caller may do to the user: what was decided for all like them, and no to what their
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
    const next = decideNow(decision, operation.possible?.(user, at) ?? missing(services, operation))
    if (next !== decision) now[operation.name] = viewDecision(next)
  }
  return now
}

function decideNow(decision: Decision, impossible: Failure | null): Decision {
  return decision.allowed && impossible ? { allowed: false, failure: impossible } : decision
}
