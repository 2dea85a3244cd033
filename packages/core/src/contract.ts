import { getCaller } from './callers/get-caller.js'
import type { ClientOf } from './kernel/client.js'
import type { Operation } from './kernel/operation.js'
import { listOrganizations } from './organizations/list-organizations.js'
import { listRoles } from './roles/list-roles.js'
import { checkUserName } from './users/check-user-name.js'
import { createUser } from './users/create-user.js'
import { getUser } from './users/get-user.js'
import { listUsers } from './users/list-users.js'
import { lockUser } from './users/lock-user.js'
import { unlockUser } from './users/unlock-user.js'
import { updateUser } from './users/update-user.js'

/** Every operation of a roster, in the groups by which clients call them. Holds no handler, so it may go to a browser. */
export const contract = {
  caller: { get: getCaller },
  organizations: { list: listOrganizations },
  roles: { list: listRoles },
  users: { list: listUsers, get: getUser, create: createUser, update: updateUser, lock: lockUser, unlock: unlockUser, checkUserName },
} as const

/** The operations of a roster; see {@link contract}. */
export type RosterContract = typeof contract

/** A client of a roster, over HTTP or in process: `client.users.lock({ userId, reason })`. */
export type RosterClient = ClientOf<RosterContract>

/** The operations as a flat list, in the contract's order. */
export const operations: readonly Operation[] = Object.values(contract).flatMap((group): Operation[] => Object.values(group))

/** Finds an operation by its name; undefined when there is none. */
export function operationNamed(name: string): Operation | undefined {
  return operations.find((operation) => operation.name === name)
}

// Everything else that a browser needs: the client's own parts, the refusals, and the words of the domain. No handler comes along.
export { clientOf, isOperationError, OperationError, type CallOptions, type ClientOf, type Contract, type OperationCall } from './kernel/client.js'
export { failures, failureSentence, failureTitle, parseFailure, type Failure, type FailureCode, type InputIssue } from './kernel/failure.js'
export { parseInput } from './kernel/input.js'
export type { HttpRoute, InputOf, Operation, OutputOf, ParsedInputOf } from './kernel/operation.js'
export type { DecisionView } from './kernel/decision.js'
export type { Actor } from './kernel/actor.js'
export type { Count } from './kernel/page.js'
export { statuses, type Explanation, type Status, type StatusReason } from './users/status.js'
export { userSortKeys, type UserSortKey } from './users/user-store.js'
export type { UserView } from './users/user-view.js'
export type { LockKind } from './locks/lock.js'
export type { OrganizationView } from './organizations/organization.js'
export type { RoleView } from './roles/role.js'
export type { RoleAssignmentView } from './roles/role-assignment.js'
