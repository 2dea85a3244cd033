import type * as z from 'zod/mini'
import type { CallerRef } from './callers/caller.js'
import { getCaller, getCallerHandler } from './callers/get-caller.js'
import { contract, operations, type RosterClient } from './contract.js'
import { checkSignIn, checkSignInHandler } from './credentials/check-sign-in.js'
import { completeOnboarding, completeOnboardingHandler } from './credentials/complete-onboarding.js'
import { recordSignInFailure, recordSignInFailureHandler, recordSignInSuccess, recordSignInSuccessHandler } from './credentials/record-sign-in.js'
import { clientOf, OperationError, type ClientOf } from './kernel/client.js'
import { failureWords } from './kernel/failure.js'
import { systemClock, type Clock } from './kernel/clock.js'
import { listUserAudit, listUserAuditHandler, verifyAudit, verifyAuditHandler } from './audit/list-audit.js'
import { deleteAuthenticator, deleteAuthenticatorHandler } from './authenticators/delete-authenticator.js'
import { listAuthenticators, listAuthenticatorsHandler } from './authenticators/list-authenticators.js'
import { lockAuthenticator, lockAuthenticatorHandler } from './authenticators/lock-authenticator.js'
import { unlockAuthenticator, unlockAuthenticatorHandler } from './authenticators/unlock-authenticator.js'
import { listOwnAuthenticators, listOwnAuthenticatorsHandler, lockOwnAuthenticator, lockOwnAuthenticatorHandler, unlockOwnAuthenticator, unlockOwnAuthenticatorHandler } from './authenticators/own-authenticators.js'
import { resetAuthenticators, resetAuthenticatorsHandler } from './authenticators/reset-authenticators.js'
import { registerAuthenticator, registerAuthenticatorHandler, recordAuthenticatorUse, recordAuthenticatorUseHandler } from './authenticators/host-authenticators.js'
import { assignPersona, assignPersonaHandler } from './personas/assign-persona.js'
import { listPersonas, listPersonasHandler } from './personas/list-personas.js'
import { removePersona, removePersonaHandler } from './personas/remove-persona.js'
import { updatePersona, updatePersonaHandler } from './personas/update-persona.js'
import { assignApplication, assignApplicationHandler, createApplication, createApplicationHandler, listApplications, listApplicationsHandler, searchApplications, searchApplicationsHandler, unassignApplication, unassignApplicationHandler } from './resources/applications.js'
import { assignGroup, assignGroupHandler, createGroup, createGroupHandler, listGroups, listGroupsHandler, searchGroups, searchGroupsHandler, unassignGroup, unassignGroupHandler } from './resources/groups.js'
import { endAllSessions, endAllSessionsHandler, endSession, endSessionHandler } from './sessions/end-sessions.js'
import { listSessions, listSessionsHandler } from './sessions/list-sessions.js'
import { startSession, startSessionHandler, checkSession, checkSessionHandler } from './sessions/host-sessions.js'
import { applySsoGroups, applySsoGroupsHandler } from './roles/apply-sso-groups.js'
import { claimUserFields, claimUserFieldsHandler } from './users/claim-fields.js'
import { knownProducts } from './authenticators/known-products.js'
import type { PersonaType } from './personas/persona.js'
import type { SessionRevoker } from './sessions/session.js'
import { uuidV7Source, type IdSource } from './kernel/id.js'
import type { Operation } from './kernel/operation.js'
import { importCursorKey, randomSecret } from './kernel/page.js'
import type { Result } from './kernel/result.js'
import { bootstrap, bootstrapHandler } from './bootstrap.js'
import { createOrganization, createOrganizationHandler } from './organizations/create-organization.js'
import { listOrganizations, listOrganizationsHandler } from './organizations/list-organizations.js'
import { lockOrganization, lockOrganizationHandler } from './organizations/lock-organization.js'
import { moveOrganization, moveOrganizationHandler } from './organizations/move-organization.js'
import { unlockOrganization, unlockOrganizationHandler } from './organizations/unlock-organization.js'
import { updateOrganization, updateOrganizationHandler } from './organizations/update-organization.js'
import { requireMfa, requireMfaHandler } from './users/require-mfa.js'
import { execute, type Call, type Handler, type Pipeline, type Registration } from './pipeline.js'
import { defaultPolicy, type Policy } from './policy.js'
import { listRoles, listRolesHandler } from './roles/list-roles.js'
import { roleCatalogue, type Role } from './roles/role.js'
import type { Storage, StorageTransaction } from './storage.js'
import { activateUser, activateUserHandler } from './users/activate-user.js'
import { checkUserName, checkUserNameHandler } from './users/check-user-name.js'
import { createUser, createUserHandler } from './users/create-user.js'
import { getUser, getUserHandler } from './users/get-user.js'
import { listUsers, listUsersHandler } from './users/list-users.js'
import { lockUser, lockUserHandler } from './users/lock-user.js'
import { assignRole, assignRoleHandler } from './roles/assign-role.js'
import { unassignRole, unassignRoleHandler } from './roles/unassign-role.js'
import { deactivateUser, deactivateUserHandler } from './users/deactivate-user.js'
import { deleteUser, deleteUserHandler } from './users/delete-user.js'
import { moveUser, moveUserHandler } from './users/move-user.js'
import { purgeUser, purgeUserHandler } from './users/purge-user.js'
import { reactivateUser, reactivateUserHandler } from './users/reactivate-user.js'
import { restoreUser, restoreUserHandler } from './users/restore-user.js'
import { setUserValidity, setUserValidityHandler } from './users/set-user-validity.js'
import { unlockUser, unlockUserHandler } from './users/unlock-user.js'
import { updateUser, updateUserHandler } from './users/update-user.js'

const registrations: ReadonlyMap<string, Registration> = new Map(
  [
    register(getCaller, getCallerHandler),
    register(listOrganizations, listOrganizationsHandler),
    register(createOrganization, createOrganizationHandler),
    register(updateOrganization, updateOrganizationHandler),
    register(lockOrganization, lockOrganizationHandler),
    register(unlockOrganization, unlockOrganizationHandler),
    register(moveOrganization, moveOrganizationHandler),
    register(listRoles, listRolesHandler),
    register(listUsers, listUsersHandler),
    register(getUser, getUserHandler),
    register(createUser, createUserHandler),
    register(updateUser, updateUserHandler),
    register(activateUser, activateUserHandler),
    register(lockUser, lockUserHandler),
    register(unlockUser, unlockUserHandler),
    register(deactivateUser, deactivateUserHandler),
    register(reactivateUser, reactivateUserHandler),
    register(setUserValidity, setUserValidityHandler),
    register(requireMfa, requireMfaHandler),
    register(moveUser, moveUserHandler),
    register(deleteUser, deleteUserHandler),
    register(restoreUser, restoreUserHandler),
    register(purgeUser, purgeUserHandler),
    register(assignRole, assignRoleHandler),
    register(unassignRole, unassignRoleHandler),
    register(listUserAudit, listUserAuditHandler),
    register(verifyAudit, verifyAuditHandler),
    register(deleteAuthenticator, deleteAuthenticatorHandler),
    register(listAuthenticators, listAuthenticatorsHandler),
    register(lockAuthenticator, lockAuthenticatorHandler),
    register(unlockAuthenticator, unlockAuthenticatorHandler),
    register(listOwnAuthenticators, listOwnAuthenticatorsHandler),
    register(lockOwnAuthenticator, lockOwnAuthenticatorHandler),
    register(unlockOwnAuthenticator, unlockOwnAuthenticatorHandler),
    register(resetAuthenticators, resetAuthenticatorsHandler),
    register(registerAuthenticator, registerAuthenticatorHandler),
    register(recordAuthenticatorUse, recordAuthenticatorUseHandler),
    register(assignPersona, assignPersonaHandler),
    register(listPersonas, listPersonasHandler),
    register(removePersona, removePersonaHandler),
    register(updatePersona, updatePersonaHandler),
    register(assignApplication, assignApplicationHandler),
    register(createApplication, createApplicationHandler),
    register(listApplications, listApplicationsHandler),
    register(searchApplications, searchApplicationsHandler),
    register(unassignApplication, unassignApplicationHandler),
    register(assignGroup, assignGroupHandler),
    register(createGroup, createGroupHandler),
    register(listGroups, listGroupsHandler),
    register(searchGroups, searchGroupsHandler),
    register(unassignGroup, unassignGroupHandler),
    register(endAllSessions, endAllSessionsHandler),
    register(endSession, endSessionHandler),
    register(listSessions, listSessionsHandler),
    register(startSession, startSessionHandler),
    register(checkSession, checkSessionHandler),
    register(applySsoGroups, applySsoGroupsHandler),
    register(claimUserFields, claimUserFieldsHandler),
    register(bootstrap, bootstrapHandler),
    register(checkSignIn, checkSignInHandler),
    register(completeOnboarding, completeOnboardingHandler),
    register(recordSignInSuccess, recordSignInSuccessHandler),
    register(recordSignInFailure, recordSignInFailureHandler),
    register(checkUserName, checkUserNameHandler),
  ].map((registration) => [registration.operation.name, registration]),
)

function register<O extends Operation>(operation: O, handler: Handler<O>): Registration {
  return { operation, handler: handler as Registration['handler'] }
}

function commandsAbout(subject: Operation['subject']): readonly Operation[] {
  return operations.filter((operation) => operation.kind === 'command' && operation.subject === subject)
}

/** What only the host's own code may call. */
const hostContract = {
  roster: { bootstrap },
  signIn: { check: checkSignIn, recordSuccess: recordSignInSuccess, recordFailure: recordSignInFailure, completeOnboarding, applySsoGroups },
  sessions: { start: startSession, check: checkSession },
  authenticators: { register: registerAuthenticator, recordUse: recordAuthenticatorUse },
  users: { claimFields: claimUserFields },
} as const

/** What a host decides when it makes its roster. */
export interface RosterOptions extends Partial<Policy> {
  /** Where everything is kept. */
  readonly storage: Storage
  /** The host's own roles, beside Administrator, Support and Viewer. */
  readonly roles?: readonly Role[]
  /** The host's persona types (row 13). Default: none. */
  readonly personaTypes?: readonly PersonaType[]
  /** The host's own attributes of a person, as a strict zod schema. Default: none are accepted. */
  readonly attributes?: z.ZodMiniType<Record<string, unknown>>
  /** Names authenticator products by AAGUID. Default: {@link knownProducts}. */
  readonly productOf?: (aaguid: string) => string | undefined
  /** Ends sessions that the host keeps elsewhere, after each commit that ends some. */
  readonly sessionRevoker?: SessionRevoker
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
  /** The gate for the host's own sign-in: ask `check`, then tell `recordSuccess` or `recordFailure`. */
  readonly signIn: ClientOf<typeof hostContract>['signIn']
  /** Sessions that the roster keeps for the host: `start` after a sign-in, `check` with every request. */
  readonly sessions: ClientOf<typeof hostContract>['sessions']
  /** What the host's own ceremonies tell: a new authenticator, and each use of one. */
  readonly authenticators: ClientOf<typeof hostContract>['authenticators']
  /** For synchronisation code: who owns which field of a person. */
  readonly claimFields: ClientOf<typeof hostContract>['users']['claimFields']
  /** Makes the root organization and its first administrator on a fresh installation; changes nothing on any other. */
  readonly bootstrap: ClientOf<typeof hostContract>['roster']['bootstrap']
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
export function createRoster({ storage, roles, personaTypes = [], attributes, productOf = (aaguid) => knownProducts[aaguid], sessionRevoker, clock = systemClock, newId = uuidV7Source(clock), ...choices }: RosterOptions): Roster {
  const policy: Policy = { ...defaultPolicy, ...choices }
  let cursorKey: CryptoKey | undefined
  const pipeline: Pipeline = {
    storage,
    clock,
    newId,
    policy,
    roles: roleCatalogue(roles),
    personaTypes: new Map(personaTypes.map((type) => [type.id, type])),
    productOf,
    attributes: attributes ?? null,
    sessionRevoker: sessionRevoker ?? null,
    userCommands: commandsAbout('user'),
    organizationCommands: commandsAbout('organization'),
    cursorKey: async (tx: StorageTransaction) => {
      // Remembered once it is there: a first call that fails must not fail every later one.
      cursorKey ??= await importCursorKey(await tx.installationSecret('cursor', randomSecret))
      return cursorKey
    },
  }
  const run = async (operationName: string, call: Call): Promise<Result<unknown>> => {
    const registration = registrations.get(operationName)
    if (!registration) throw new Error(`There is no operation “${operationName}”.`)
    return execute(pipeline, registration, call)
  }
  const sendAs = (caller: CallerRef) => async (operation: Operation, input: object) => {
    const result = await run(operation.name, { input, caller })
    if (!result.ok) throw new OperationError(result.failure, failureWords(result.failure))
    return result.value
  }
  const host = clientOf(hostContract, sendAs('system'))
  return {
    execute: run,
    as: (caller) => clientOf(contract, sendAs(caller)),
    signIn: host.signIn,
    sessions: host.sessions,
    authenticators: host.authenticators,
    claimFields: host.users.claimFields,
    bootstrap: host.roster.bootstrap,
    policy,
    clock,
    newId,
    storage,
  }
}
