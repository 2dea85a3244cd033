import type { CallerRef } from './callers/caller.js'
import { getCaller, getCallerHandler } from './callers/get-caller.js'
import { contract, operations, type RosterClient } from './contract.js'
import { clientOf, OperationError } from './kernel/client.js'
import { systemClock, type Clock } from './kernel/clock.js'
import { uuidV7Source, type IdSource } from './kernel/id.js'
import type { Operation } from './kernel/operation.js'
import { importCursorKey, randomSecret } from './kernel/page.js'
import type { Result } from './kernel/result.js'
import { listOrganizations, listOrganizationsHandler } from './organizations/list-organizations.js'
import { execute, type Call, type Handler, type Pipeline, type Registration } from './pipeline.js'
import { defaultPolicy, type Policy } from './policy.js'
import { listRoles, listRolesHandler } from './roles/list-roles.js'
import { roleCatalogue, type Role } from './roles/role.js'
import type { Storage, StorageTransaction } from './storage.js'
import { checkUserName, checkUserNameHandler } from './users/check-user-name.js'
import { createUser, createUserHandler } from './users/create-user.js'
import { getUser, getUserHandler } from './users/get-user.js'
import { listUsers, listUsersHandler } from './users/list-users.js'
import { lockUser, lockUserHandler } from './users/lock-user.js'
import { unlockUser, unlockUserHandler } from './users/unlock-user.js'
import { updateUser, updateUserHandler } from './users/update-user.js'

const registrations: ReadonlyMap<string, Registration> = new Map(
  [
    register(getCaller, getCallerHandler),
    register(listOrganizations, listOrganizationsHandler),
    register(listRoles, listRolesHandler),
    register(listUsers, listUsersHandler),
    register(getUser, getUserHandler),
    register(createUser, createUserHandler),
    register(updateUser, updateUserHandler),
    register(lockUser, lockUserHandler),
    register(unlockUser, unlockUserHandler),
    register(checkUserName, checkUserNameHandler),
  ].map((registration) => [registration.operation.name, registration]),
)

function register<O extends Operation>(operation: O, handler: Handler<O>): Registration {
  return { operation, handler: handler as Registration['handler'] }
}

/** What a host decides when it makes its roster. */
export interface RosterOptions extends Partial<Policy> {
  /** Where everything is kept. */
  readonly storage: Storage
  /** The host's own roles, beside Administrator, Support and Viewer. */
  readonly roles?: readonly Role[]
  /** Defaults to the machine's clock. */
  readonly clock?: Clock
  /** Defaults to UUIDv7 from the clock. */
  readonly newId?: IdSource
}

/** A roster: the rules of user administration over a storage. */
export interface Roster {
  /** Runs one operation by name and gives its outcome as a value. What doors such as the HTTP handler call. Throws only for faults, never for refusals. */
  execute(operationName: string, call: Call): Promise<Result<unknown>>
  /** A client in this process that acts as one caller; for tests, scripts and server components. Same interface as over HTTP. */
  as(caller: CallerRef): RosterClient
  /** The host's policy, with its defaults. */
  readonly policy: Policy
  readonly clock: Clock
  readonly newId: IdSource
  readonly storage: Storage
}

/**
 * Makes a roster over a storage.
 * @example
 * const roster = createRoster({ storage: memoryStorage() })
 */
export function createRoster({ storage, roles, clock = systemClock, newId = uuidV7Source(clock), ...choices }: RosterOptions): Roster {
  const policy: Policy = { ...defaultPolicy, ...choices }
  let cursorKey: Promise<CryptoKey> | undefined
  const pipeline: Pipeline = {
    storage,
    clock,
    newId,
    policy,
    roles: roleCatalogue(roles),
    userCommands: operations.filter((operation) => operation.kind === 'command' && operation.subject === 'user'),
    cursorKey: (tx: StorageTransaction) => (cursorKey ??= tx.installationSecret('cursor', randomSecret).then(importCursorKey)),
  }
  const run = async (operationName: string, call: Call): Promise<Result<unknown>> => {
    const registration = registrations.get(operationName)
    if (!registration) throw new Error(`There is no operation “${operationName}”.`)
    return execute(pipeline, registration, call)
  }
  return {
    execute: run,
    as: (caller) =>
      clientOf(contract, async (operation, input) => {
        const result = await run(operation.name, { input, caller })
        if (!result.ok) throw new OperationError(result.failure)
        return result.value
      }),
    policy,
    clock,
    newId,
    storage,
  }
}
