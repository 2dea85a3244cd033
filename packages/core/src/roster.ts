import type * as z from 'zod/mini'
import {
  beginSecurityKey,
  beginSecurityKeyHandler,
  finishSecurityKey,
  finishSecurityKeyHandler,
} from './authenticators/enrol-security-key.js'
import {
  issueEnrolmentLink,
  issueEnrolmentLinkHandler,
} from './authenticators/issue-enrolment-link.js'
import { expirePassword, expirePasswordHandler } from './credentials/expire-password.js'
import { issueResetCode, issueResetCodeHandler } from './credentials/issue-reset-code.js'
import { removePassword, removePasswordHandler } from './credentials/remove-password.js'
import { sendPasswordReset, sendPasswordResetHandler } from './credentials/send-password-reset.js'
import {
  setTemporaryPassword,
  setTemporaryPasswordHandler,
} from './credentials/set-temporary-password.js'
import { listUserMails, listUserMailsHandler } from './mail/list-mails.js'
import {
  finishOnboarding,
  finishOnboardingHandler,
  finishOnboardingPreparation,
} from './redeem/finish-onboarding.js'
import { openLink, openLinkHandler } from './redeem/open.js'
import {
  beginOwnSecurityKey,
  beginOwnSecurityKeyHandler,
  beginOwnTotp,
  beginOwnTotpHandler,
  finishOwnSecurityKey,
  finishOwnSecurityKeyHandler,
  finishOwnTotp,
  finishOwnTotpHandler,
} from './redeem/register-factor.js'
import { requestRecovery, requestRecoveryHandler } from './redeem/request-recovery.js'
import {
  chooseSecretCode,
  chooseSecretCodeHandler,
  chooseSecretCodePreparation,
  resetSecretCode,
  resetSecretCodeHandler,
  resetSecretCodePreparation,
} from './redeem/secret-code.js'
import { setPassword, setPasswordHandler, setPasswordPreparation } from './redeem/set-password.js'
import { listSecrets, listSecretsHandler } from './secrets/list-secrets.js'
import { resendActivation, resendActivationHandler } from './users/resend-activation.js'
import {
  verifyPassword,
  verifyPasswordHandler,
  verifyPasswordPreparation,
} from './credentials/verify-password.js'
import {
  beginSecurityKeyUse,
  beginSecurityKeyUseHandler,
  finishSecurityKeyUse,
  finishSecurityKeyUseHandler,
} from './credentials/verify-security-key.js'
import { verifyTotp, verifyTotpHandler } from './credentials/verify-totp.js'
import {
  verifySecretCode,
  verifySecretCodeHandler,
  verifySecretCodePreparation,
} from './credentials/verify-secret-code.js'
import type { CallerRef } from './callers/caller.js'
import { getCaller, getCallerHandler } from './callers/get-caller.js'
import { contract, operations, type RosterClient } from './contract.js'
import { checkSignIn, checkSignInHandler } from './credentials/check-sign-in.js'
import { completeOnboarding, completeOnboardingHandler } from './credentials/complete-onboarding.js'
import {
  recordSignInFailure,
  recordSignInFailureHandler,
  recordSignInSuccess,
  recordSignInSuccessHandler,
} from './credentials/record-sign-in.js'
import { clientOf, OperationError, type ClientOf, type SendOptions } from './kernel/client.js'
import { failureWords } from './kernel/failure.js'
import { systemClock, type Clock } from './kernel/clock.js'
import {
  listUserAudit,
  listUserAuditHandler,
  verifyAudit,
  verifyAuditHandler,
} from './audit/list-audit.js'
import {
  deleteAuthenticator,
  deleteAuthenticatorHandler,
} from './authenticators/delete-authenticator.js'
import {
  listAuthenticators,
  listAuthenticatorsHandler,
} from './authenticators/list-authenticators.js'
import { lockAuthenticator, lockAuthenticatorHandler } from './authenticators/lock-authenticator.js'
import {
  unlockAuthenticator,
  unlockAuthenticatorHandler,
} from './authenticators/unlock-authenticator.js'
import {
  listOwnAuthenticators,
  listOwnAuthenticatorsHandler,
  lockOwnAuthenticator,
  lockOwnAuthenticatorHandler,
  unlockOwnAuthenticator,
  unlockOwnAuthenticatorHandler,
} from './authenticators/own-authenticators.js'
import {
  resetAuthenticators,
  resetAuthenticatorsHandler,
} from './authenticators/reset-authenticators.js'
import {
  registerAuthenticator,
  registerAuthenticatorHandler,
  recordAuthenticatorUse,
  recordAuthenticatorUseHandler,
} from './authenticators/host-authenticators.js'
import { assignPersona, assignPersonaHandler } from './personas/assign-persona.js'
import { listPersonas, listPersonasHandler } from './personas/list-personas.js'
import { removePersona, removePersonaHandler } from './personas/remove-persona.js'
import { updatePersona, updatePersonaHandler } from './personas/update-persona.js'
import {
  assignApplication,
  assignApplicationHandler,
  createApplication,
  createApplicationHandler,
  listApplications,
  listApplicationsHandler,
  searchApplications,
  searchApplicationsHandler,
  unassignApplication,
  unassignApplicationHandler,
} from './resources/applications.js'
import {
  assignGroup,
  assignGroupHandler,
  createGroup,
  createGroupHandler,
  listGroups,
  listGroupsHandler,
  searchGroups,
  searchGroupsHandler,
  unassignGroup,
  unassignGroupHandler,
} from './resources/groups.js'
import {
  endAllSessions,
  endAllSessionsHandler,
  endSession,
  endSessionHandler,
} from './sessions/end-sessions.js'
import { listSessions, listSessionsHandler } from './sessions/list-sessions.js'
import {
  startSession,
  startSessionHandler,
  checkSession,
  checkSessionHandler,
} from './sessions/host-sessions.js'
import { applySsoGroups, applySsoGroupsHandler } from './roles/apply-sso-groups.js'
import { lookupUsers, lookupUsersHandler } from './users/lookup-users.js'
import { setExternalId, setExternalIdHandler } from './users/set-external-id.js'
import {
  deleteGroup,
  deleteGroupHandler,
  lookupGroups,
  lookupGroupsHandler,
  updateGroup,
  updateGroupHandler,
} from './resources/provisioned-groups.js'
import { claimUserFields, claimUserFieldsHandler } from './users/claim-fields.js'
import { knownProducts } from './authenticators/known-products.js'
import type { PersonaType } from './personas/persona.js'
import type { SessionRevoker } from './sessions/session.js'
import { uuidV7Source, type IdSource } from './kernel/id.js'
import { takesPlan, type Operation } from './kernel/operation.js'
import type { SigningKey } from './kernel/digest.js'
import { parseInput } from './kernel/input.js'
import { importCursorKey, randomSecret } from './kernel/page.js'
import { err, ok, type Result } from './kernel/result.js'
import { partsOf, planOfOne, type Rehearsed } from './plans/plan.js'
import { bootstrap, bootstrapHandler } from './bootstrap.js'
import {
  createOrganization,
  createOrganizationHandler,
} from './organizations/create-organization.js'
import { listOrganizations, listOrganizationsHandler } from './organizations/list-organizations.js'
import { lockOrganization, lockOrganizationHandler } from './organizations/lock-organization.js'
import { moveOrganization, moveOrganizationHandler } from './organizations/move-organization.js'
import {
  unlockOrganization,
  unlockOrganizationHandler,
} from './organizations/unlock-organization.js'
import {
  updateOrganization,
  updateOrganizationHandler,
} from './organizations/update-organization.js'
import { requireMfa, requireMfaHandler } from './users/require-mfa.js'
import {
  execute,
  executeTogether,
  type Call,
  type Handler,
  type Pipeline,
  type Preparation,
  type Registration,
} from './pipeline.js'
import { defaultPolicy, type Policy } from './policy.js'
import { listRoles, listRolesHandler } from './roles/list-roles.js'
import { roleCatalogue, type Role } from './roles/role.js'
import { bulkHandler, bulkInTurn } from './bulk/bulk-command.js'
import { carryOutInTurn, planInTurn, type InTurn, type TurnMeans } from './bulk/in-turn.js'
import { importUsers, importUsersHandler, importUsersInTurn } from './transfer/import-users.js'
import type { OneTimePasswords } from './authenticators/one-time-passwords.js'
import type { SecurityKeyCeremony } from './authenticators/security-key-ceremony.js'
import type { PasswordBlockList, SecretHasher } from './credentials/secret-hasher.js'
import { sealWith } from './kernel/seal.js'
import type { MailBrand, MailTemplates } from './mail/mail-content.js'
import { deliverMails, retryMail, type DeliveryReport } from './mail/deliver-mail.js'
import type { MailView } from './mail/mail.js'
import { viewMail } from './mail/list-mails.js'
import type { MailTransport } from './mail/mail-transport.js'
import type { Storage, StorageTransaction } from './storage.js'
import { activateUser, activateUserHandler } from './users/activate-user.js'
import { checkUserName, checkUserNameHandler } from './users/check-user-name.js'
import { countUsers, countUsersHandler } from './users/count-users.js'
import { createUser, createUserHandler } from './users/create-user.js'
import { getUser, getUserHandler } from './users/get-user.js'
import { listUsers, listUsersHandler } from './users/list-users.js'
import { lockUser, lockUserHandler } from './users/lock-user.js'
import { assignRole, assignRoleHandler } from './roles/assign-role.js'
import { setRoleValidity, setRoleValidityHandler } from './roles/set-role-validity.js'
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
    register(countUsers, countUsersHandler),
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
    register(setRoleValidity, setRoleValidityHandler),
    register(beginSecurityKey, beginSecurityKeyHandler),
    register(finishSecurityKey, finishSecurityKeyHandler),
    register(issueEnrolmentLink, issueEnrolmentLinkHandler),
    register(expirePassword, expirePasswordHandler),
    register(issueResetCode, issueResetCodeHandler),
    register(removePassword, removePasswordHandler),
    register(sendPasswordReset, sendPasswordResetHandler),
    register(setTemporaryPassword, setTemporaryPasswordHandler),
    register(listUserMails, listUserMailsHandler),
    register(finishOnboarding, finishOnboardingHandler, finishOnboardingPreparation),
    register(openLink, openLinkHandler),
    register(beginOwnSecurityKey, beginOwnSecurityKeyHandler),
    register(beginOwnTotp, beginOwnTotpHandler),
    register(finishOwnSecurityKey, finishOwnSecurityKeyHandler),
    register(finishOwnTotp, finishOwnTotpHandler),
    register(requestRecovery, requestRecoveryHandler),
    register(chooseSecretCode, chooseSecretCodeHandler, chooseSecretCodePreparation),
    register(resetSecretCode, resetSecretCodeHandler, resetSecretCodePreparation),
    register(setPassword, setPasswordHandler, setPasswordPreparation),
    register(listSecrets, listSecretsHandler),
    register(resendActivation, resendActivationHandler),
    register(verifyPassword, verifyPasswordHandler, verifyPasswordPreparation),
    register(beginSecurityKeyUse, beginSecurityKeyUseHandler),
    register(finishSecurityKeyUse, finishSecurityKeyUseHandler),
    register(verifyTotp, verifyTotpHandler),
    register(verifySecretCode, verifySecretCodeHandler, verifySecretCodePreparation),
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
    register(lookupUsers, lookupUsersHandler),
    register(setExternalId, setExternalIdHandler),
    register(lookupGroups, lookupGroupsHandler),
    register(updateGroup, updateGroupHandler),
    register(deleteGroup, deleteGroupHandler),
    register(bootstrap, bootstrapHandler),
    register(checkSignIn, checkSignInHandler),
    register(completeOnboarding, completeOnboardingHandler),
    register(recordSignInSuccess, recordSignInSuccessHandler),
    register(recordSignInFailure, recordSignInFailureHandler),
    register(checkUserName, checkUserNameHandler),
    inTurn(register(importUsers, importUsersHandler), importUsersInTurn),
    ...Object.values(contract.bulk).map((operation: Operation) =>
      inTurn(register(operation, bulkHandler), bulkInTurn(operation)),
    ),
  ].map((registration) => [registration.operation.name, registration]),
)

function register<O extends Operation, P>(
  operation: O,
  handler: Handler<O, P>,
  prepare?: Preparation<O, P>,
): Registration {
  return {
    operation,
    handler: handler as Registration['handler'],
    prepare: prepare as Registration['prepare'],
  }
}

function registrationOf(operationName: string): Registration {
  const registration = registrations.get(operationName)
  if (!registration) throw new Error(`There is no operation “${operationName}”.`)
  return registration
}

function inTurn<O extends Operation, Item>(
  registration: Registration,
  several: InTurn<O, Item>,
): Registration {
  return { ...registration, inTurn: several as unknown as InTurn }
}

function commandsAbout(subject: Operation['subject']): readonly Operation[] {
  return operations.filter(
    (operation) => operation.kind === 'command' && operation.subject === subject,
  )
}

/** What only the host's own code may call. */
const hostContract = {
  roster: { bootstrap },
  signIn: {
    check: checkSignIn,
    recordSuccess: recordSignInSuccess,
    recordFailure: recordSignInFailure,
    completeOnboarding,
    applySsoGroups,
    verifyPassword,
    verifySecretCode,
    verifyTotp,
    beginSecurityKey: beginSecurityKeyUse,
    finishSecurityKey: finishSecurityKeyUse,
  },
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
  /**
   * Ends sessions that the host keeps elsewhere, after each commit that ends some. What it throws
   * harms no caller: `roster.mail.deliver()` tries again until it has worked, which may end
   * sessions twice.
   */
  readonly sessionRevoker?: SessionRevoker
  /**
   * Told each time what the `sessionRevoker` throws, for the host's own log. What it throws itself
   * is ignored.
   */
  readonly onRevocationFailed?: (thrown: unknown) => void
  /**
   * Where the portal stands, such as `https://portal.example`: the only address that links lead to,
   * whatever a request claims (security row 51). Without it no links are made.
   */
  readonly baseUrl?: string
  /** The page below it that shows `RedeemPage`. Default `/redeem`. */
  readonly redeemPath?: string
  /** How mail leaves. Default: none leaves, and links and codes are shown to the administrator. */
  readonly mail?: MailTransport
  /**
   * How mails look, and what the portal is called in them and in authenticator apps. Default: the
   * name “Portal”.
   */
  readonly brand?: MailBrand
  /** The host's own way of writing some of the mails. */
  readonly mailTemplates?: MailTemplates
  /**
   * Told after each commit that puts a mail into the outbox; a good moment for
   * `roster.mail.deliver()`. What it throws is ignored: the mail is kept, and the next delivery
   * sends it.
   */
  readonly onMailQueued?: () => void
  /** Hashes passwords and codes. Default: the roster keeps neither. */
  readonly hasher?: SecretHasher
  /** Knows passwords that are too common. Default: none is. */
  readonly blockList?: PasswordBlockList
  /** Registers security keys. Default: none are registered here. */
  readonly securityKeys?: SecurityKeyCeremony
  /**
   * Makes and judges the codes of authenticator apps; needs `sealingKey` as well. Default: none are
   * registered here.
   */
  readonly oneTimePasswords?: OneTimePasswords
  /**
   * 32 random bytes in base64url, kept outside the database: seals what must be read again, such as
   * the secret of an authenticator app.
   */
  readonly sealingKey?: string
  /** Defaults to the machine's clock. */
  readonly clock?: Clock
  /** Defaults to UUIDv7 from the clock. */
  readonly newId?: IdSource
}

/** A roster: the rules of user administration over a storage. */
export interface Roster {
  /**
   * Runs one operation by name and gives its outcome as a value. What doors such as the HTTP
   * handler call. Throws only for faults, never for refusals.
   */
  execute(operationName: string, call: Call): Promise<Result<unknown>>
  /**
   * Carries out several operations in one transaction, each with its own decision and audit event:
   * all of them are kept, or, where one is refused, none, and the refusal is the answer. What doors
   * such as SCIM's call, where one request is several commands. `run` gives an operation's output
   * and throws for a refusal: let that travel. What else the work throws takes everything back and
   * travels too. The work may run again after a conflict.
   */
  together<T>(
    call: Pick<Call, 'caller' | 'origin'>,
    work: (run: (operationName: string, input: object) => Promise<unknown>) => Promise<T>,
  ): Promise<Result<T>>
  /**
   * A client in this process that acts as one caller; for tests, scripts and server components.
   * Same interface as over HTTP.
   */
  as(caller: CallerRef): RosterClient
  /**
   * The gate for the host's own sign-in: ask `check`, then tell `recordSuccess` or `recordFailure`.
   */
  readonly signIn: ClientOf<typeof hostContract>['signIn']
  /** The outbox (row 35). */
  readonly mail: {
    /**
     * Sends what is due, at most `limit` (default 100), and ends sessions that a `sessionRevoker`
     * could not end at once. Call it after each commit that queues something and every minute or so
     * besides; several processes may.
     */
    deliver(options?: { readonly limit?: number }): Promise<DeliveryReport>
    /** What was given up, newest first. */
    failed(): Promise<readonly MailView[]>
    /** Puts a mail that was given up back into the queue; false when there is none such. */
    retry(mailId: string): Promise<boolean>
  }
  /**
   * Sessions that the roster keeps for the host: `start` after a sign-in, `check` with every
   * request.
   */
  readonly sessions: ClientOf<typeof hostContract>['sessions']
  /** What the host's own ceremonies tell: a new authenticator, and each use of one. */
  readonly authenticators: ClientOf<typeof hostContract>['authenticators']
  /** For synchronisation code: who owns which field of a person. */
  readonly claimFields: ClientOf<typeof hostContract>['users']['claimFields']
  /**
   * Makes the root organization and its first administrator on a fresh installation; changes
   * nothing on any other.
   */
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
export function createRoster({
  storage,
  roles,
  personaTypes = [],
  attributes,
  productOf = (aaguid) => knownProducts[aaguid],
  sessionRevoker,
  onRevocationFailed,
  clock = systemClock,
  newId = uuidV7Source(clock),
  baseUrl,
  redeemPath = '/redeem',
  mail,
  brand = { name: 'Portal' },
  mailTemplates = {},
  onMailQueued,
  hasher,
  blockList,
  securityKeys,
  oneTimePasswords,
  sealingKey,
  ...choices
}: RosterOptions): Roster {
  const policy: Policy = { ...defaultPolicy, ...choices }
  let cursorKey: SigningKey | undefined
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
    onRevocationFailed: onRevocationFailed ?? null,
    services: {
      redeemAddress: baseUrl === undefined ? null : pageAddress(baseUrl, redeemPath),
      hasher: hasher ?? null,
      blockList: blockList ?? null,
      mail: mail ?? null,
      brand,
      templates: mailTemplates,
      securityKeys: securityKeys ?? null,
      oneTimePasswords: oneTimePasswords ?? null,
      seal: sealingKey === undefined ? null : sealWith(sealingKey),
    },
    onMailQueued: onMailQueued ?? null,
    userCommands: commandsAbout('user'),
    organizationCommands: commandsAbout('organization'),
    cursorKey: async (tx: StorageTransaction) => {
      // Remembered once it is there: a first call that fails must not fail every later one.
      cursorKey ??= await importCursorKey(await tx.installationSecret('cursor', randomSecret))
      return cursorKey
    },
  }
  const run = async (
    operationName: string,
    call: Call,
    options?: { readonly inBatch: boolean },
  ): Promise<Result<unknown>> => {
    const registration = registrationOf(operationName)
    const { operation, inTurn: several } = registration
    if (call.dryRun && !takesPlan(operation))
      throw new Error(`There is no plan of “${operationName}” to make.`)
    const result = await execute(pipeline, registration, call, options)
    if (!result.ok) return result
    if (!several)
      return call.dryRun && !options?.inBatch ? ok(planOfOne(result.value as Rehearsed)) : result
    const parsed = parseInput(operation.input, call.input)
    if (!parsed.ok)
      throw new Error(`${operation.name} was allowed with an input that it does not take.`)
    const { plan, ...unplanned } = call
    const parts =
      plan === undefined ? undefined : partsOf(plan, several.items(parsed.value as never).length)
    if (parts === null) return err({ code: 'stale_plan' })
    const { caller, origin } = call
    const means: TurnMeans = {
      ...pipeline,
      ask: (query, input) => run(query.name, { caller, input, ...(origin ? { origin } : {}) }),
    }
    // Sent again, the rest of a batch that broke off is carried out, and who was done is answered
    // as before.
    const keyFor = (index: number) =>
      call.idempotencyKey === undefined ? {} : { idempotencyKey: `${call.idempotencyKey} ${index}` }
    const one = (each: Operation, input: object, index: number) =>
      run(
        each.name,
        { ...unplanned, ...keyFor(index), ...(parts ? { plan: parts[index]! } : {}), input },
        { inBatch: true },
      )
    return ok(await (call.dryRun ? planInTurn : carryOutInTurn)(several, parsed.value, means, one))
  }
  const sendAs =
    (caller: CallerRef) =>
    async (operation: Operation, input: object, { dryRun, plan }: SendOptions) => {
      const result = await run(operation.name, {
        input,
        caller,
        ...(dryRun ? { dryRun } : {}),
        ...(plan === undefined ? {} : { plan }),
      })
      if (!result.ok) throw new OperationError(result.failure, failureWords(result.failure))
      return result.value
    }
  const host = clientOf(hostContract, sendAs('system'))
  return {
    execute: (operationName, call) => run(operationName, call),
    together: (call, work) =>
      executeTogether(pipeline, (step) =>
        work((operationName, input) => step(registrationOf(operationName), { ...call, input })),
      ),
    as: (caller) => clientOf(contract, sendAs(caller)),
    signIn: host.signIn,
    mail: {
      // A refusal says that nothing is to be recovered here, which nobody who asked is told.
      deliver: ({ limit = 100 } = {}) =>
        deliverMails(pipeline, limit, async (userId) => {
          const begun = await run(sendPasswordReset.name, {
            input: { userId, signOut: false },
            caller: 'system',
          })
          if (!begun.ok && begun.failure.code === 'busy') throw new Error('The store was busy.')
        }),
      failed: async () => (await storage.read((tx) => tx.mails.failed(1000))).flatMap(viewMail),
      retry: (mailId) => retryMail(pipeline, mailId),
    },
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

/** Throws for anything that browsers would not take for a page of a portal. */
function pageAddress(baseUrl: string, path: string): string {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (!base || !/^https?:$/.test(base.protocol) || base.search !== '' || base.hash !== '')
    throw new Error(
      `“${baseUrl}” is no address of a portal. Give baseUrl as https://portal.example.`,
    )
  return `${baseUrl.replace(/\/$/, '')}/${path.replace(/^\/+/, '')}`
}
