import type * as z from 'zod/mini'
import { bulk, userBatches } from './batch/contract.js'
import { bulkHandlers, userBatchesHandlers } from './batch/handlers.js'
import { runCall } from './batch/run-call.js'
import type { Call, Environment } from './context.js'
import { contract, operations, type RosterClient } from './contract.js'
import { knownProducts } from './domain/authenticators/known-products.js'
import type { OneTimePasswords } from './domain/authenticators/one-time-passwords.js'
import type { SecurityKeyCeremony } from './domain/authenticators/security-key-ceremony.js'
import type { CallerRef } from './domain/callers/caller.js'
import type { PasswordBlockList, SecretHasher } from './domain/credentials/secret-hasher.js'
import type { MailBrand, MailTemplates } from './domain/mail/mail-content.js'
import type { MailTransport } from './domain/mail/mail-transport.js'
import type { MessageView } from './domain/outbox/outbox-item.js'
import { viewMessage } from './domain/outbox/view-outbox-item.js'
import type { PersonaType } from './domain/personas/persona.js'
import { defaultPolicy, type Policy } from './domain/policy.js'
import { roleCatalogue, type Role } from './domain/roles/role.js'
import type { SessionRevoker } from './domain/sessions/session.js'
import type { Storage, StorageTransaction } from './domain/storage.js'
import { executeTogether } from './execute/execute.js'
import { registrationsOf, type Registration } from './execute/registration.js'
import { clientOf, OperationError, type ClientOf, type SendOptions } from './kernel/client.js'
import { systemClock, type Clock } from './kernel/clock.js'
import type { SigningKey } from './kernel/digest.js'
import { failureWords } from './kernel/failure.js'
import { uuidV7Source, type IdSource } from './kernel/id.js'
import type { Operation } from './kernel/operation.js'
import { importCursorKey, randomSecret } from './kernel/page.js'
import type { Result } from './kernel/result.js'
import { sealWith } from './kernel/seal.js'
import { untraced, type Trace } from './kernel/trace.js'
import { applications } from './operations/applications/contract.js'
import { applicationsHandlers } from './operations/applications/handlers.js'
import { audit } from './operations/audit/contract.js'
import { auditHandlers } from './operations/audit/handlers.js'
import { authenticators, hostAuthenticators } from './operations/authenticators/contract.js'
import {
  authenticatorsHandlers,
  hostAuthenticatorsHandlers,
} from './operations/authenticators/handlers.js'
import { caller } from './operations/callers/contract.js'
import { callerHandlers } from './operations/callers/handlers.js'
import { groups, provisionedGroups } from './operations/groups/contract.js'
import { groupsHandlers, provisionedGroupsHandlers } from './operations/groups/handlers.js'
import { organizations } from './operations/organizations/contract.js'
import { organizationsHandlers } from './operations/organizations/handlers.js'
import { mails } from './operations/outbox/contract.js'
import { mailsHandlers } from './operations/outbox/handlers.js'
import { passwords } from './operations/passwords/contract.js'
import { passwordsHandlers } from './operations/passwords/handlers.js'
import { personas } from './operations/personas/contract.js'
import { personasHandlers } from './operations/personas/handlers.js'
import { redeem } from './operations/redeem/contract.js'
import { redeemHandlers } from './operations/redeem/handlers.js'
import { roles } from './operations/roles/contract.js'
import { rolesHandlers } from './operations/roles/handlers.js'
import { hostRoster } from './operations/roster/contract.js'
import { hostRosterHandlers } from './operations/roster/handlers.js'
import { secretCodes } from './operations/secret-codes/contract.js'
import { secretCodesHandlers } from './operations/secret-codes/handlers.js'
import { secrets } from './operations/secrets/contract.js'
import { secretsHandlers } from './operations/secrets/handlers.js'
import { sessions, hostSessions } from './operations/sessions/contract.js'
import { sessionsHandlers, hostSessionsHandlers } from './operations/sessions/handlers.js'
import { hostSignIn } from './operations/sign-in/contract.js'
import { hostSignInHandlers } from './operations/sign-in/handlers.js'
import { users, hostUsers, provisionedUsers } from './operations/users/contract.js'
import {
  usersHandlers,
  hostUsersHandlers,
  provisionedUsersHandlers,
} from './operations/users/handlers.js'
import { sendPasswordReset } from './operations/passwords/send-password-reset.js'
import { deliverMails, retryMail, type DeliveryReport } from './steps/outbox/deliver-outbox.js'

const registrations: ReadonlyMap<string, Registration> = new Map(
  [
    registrationsOf(applications, applicationsHandlers),
    registrationsOf(audit, auditHandlers),
    registrationsOf(authenticators, authenticatorsHandlers),
    registrationsOf(hostAuthenticators, hostAuthenticatorsHandlers),
    registrationsOf(caller, callerHandlers),
    registrationsOf(groups, groupsHandlers),
    registrationsOf(provisionedGroups, provisionedGroupsHandlers),
    registrationsOf(organizations, organizationsHandlers),
    registrationsOf(mails, mailsHandlers),
    registrationsOf(passwords, passwordsHandlers),
    registrationsOf(personas, personasHandlers),
    registrationsOf(redeem, redeemHandlers),
    registrationsOf(roles, rolesHandlers),
    registrationsOf(hostRoster, hostRosterHandlers),
    registrationsOf(secretCodes, secretCodesHandlers),
    registrationsOf(secrets, secretsHandlers),
    registrationsOf(sessions, sessionsHandlers),
    registrationsOf(hostSessions, hostSessionsHandlers),
    registrationsOf(hostSignIn, hostSignInHandlers),
    registrationsOf(users, usersHandlers),
    registrationsOf(hostUsers, hostUsersHandlers),
    registrationsOf(provisionedUsers, provisionedUsersHandlers),
    registrationsOf(bulk, bulkHandlers),
    registrationsOf(userBatches, userBatchesHandlers),
  ]
    .flat()
    .map((registration) => [registration.operation.name, registration]),
)

function registrationOf(operationName: string): Registration {
  const registration = registrations.get(operationName)
  if (!registration) throw new Error(`Unknown operation "${operationName}".`)
  return registration
}

function commandsAbout(subject: Operation['subject']): readonly Operation[] {
  return operations.filter(
    (operation) => operation.kind === 'command' && operation.subject === subject,
  )
}

/** What only the host's own code may call. */
const hostContract = {
  roster: hostRoster,
  signIn: hostSignIn,
  sessions: hostSessions,
  authenticators: hostAuthenticators,
  users: hostUsers,
} as const

/** What a host decides when it makes its roster. */
export interface RosterOptions extends Partial<Policy> {
  /** Where everything is kept. */
  readonly storage: Storage
  /** The host's own roles, in addition to Administrator, Support and Viewer. */
  readonly roles?: readonly Role[]
  /** The host's persona types (docs/features.md, row 13). Default: none. */
  readonly personaTypes?: readonly PersonaType[]
  /** The host's own attributes of a user, as a strict zod schema. Default: none are accepted. */
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
   * Called with whatever the `sessionRevoker` throws, for the host's own log. Anything it throws
   * itself is ignored.
   */
  readonly onRevocationFailed?: (thrown: unknown) => void
  /**
   * The portal's address, such as `https://portal.example`: the only address that links lead to,
   * whatever a request claims (docs/security.md, row 51). Without it, no links are made.
   */
  readonly baseUrl?: string
  /** The page below it that shows `RedeemPage`. Default `/redeem`. */
  readonly redeemPath?: string
  /** How mail leaves. Default: none leaves, and links and codes are shown to the administrator. */
  readonly mail?: MailTransport
  /**
   * How emails look, and the portal's name in them and in authenticator apps. Default: the name
   * “Portal”.
   */
  readonly brand?: MailBrand
  /** The host's own templates for some of the emails. */
  readonly mailTemplates?: MailTemplates
  /**
   * Called after each commit that puts a message into the outbox; a good moment for
   * `roster.mail.deliver()`. Anything it throws is ignored: the message is kept, and the next
   * delivery sends it.
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
  /**
   * Runs each stage of every call, so that you can measure it. Default: stages run unmeasured. See
   * `openTelemetryTrace` in `@rosterkit/adapters/otel`.
   */
  readonly trace?: Trace
  /** Defaults to the machine's clock. */
  readonly clock?: Clock
  /** Defaults to UUIDv7 from the clock. */
  readonly newId?: IdSource
}

/** A roster: the rules of user administration over a storage. */
export interface Roster {
  /**
   * Runs one operation by name and gives its outcome as a value. What endpoints such as the HTTP
   * handler call. Throws only for faults, never for refusals.
   */
  execute(operationName: string, call: Call): Promise<Result<unknown>>
  /**
   * Carries out several operations in one transaction, each with its own decision and audit event.
   * All of them are kept; or, if one is refused, none, and the refusal is the result. Endpoints
   * such as SCIM use it when one request is several commands. `run` returns an operation's output
   * and throws for a refusal: let it pass. Anything else that the work throws rolls back too, and
   * passes through. The work may run again after a conflict.
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
  /** The outbox (docs/features.md, row 35). */
  readonly mail: {
    /**
     * Sends what is due, at most `limit` (default 100), and ends sessions that a `sessionRevoker`
     * couldn't end before. Call it after each commit that queues something, and every minute or so.
     * Several processes may.
     */
    deliver(options?: { readonly limit?: number }): Promise<DeliveryReport>
    /** What was given up, newest first. */
    failed(): Promise<readonly MessageView[]>
    /** Puts a failed message back into the queue; false if there is no such message. */
    retry(mailId: string): Promise<boolean>
  }
  /**
   * Sessions that the roster keeps for the host: `start` after a sign-in, `check` with every
   * request.
   */
  readonly sessions: ClientOf<typeof hostContract>['sessions']
  /** What the host's own ceremonies tell: a new authenticator, and each use of one. */
  readonly authenticators: ClientOf<typeof hostContract>['authenticators']
  /** For synchronisation code: who owns which field of a user. */
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
export function createRoster(options: RosterOptions): Roster {
  const environment = environmentOf(options)
  const { clock, newId, policy, storage } = environment
  const run = (operationName: string, call: Call) =>
    runCall(environment, registrationOf, operationName, call)
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
  // A refusal means that there is nothing to recover. No one who asked is told.
  const beginRecovery = async (userId: string) => {
    const call: Call = { input: { userId, signOut: false }, caller: 'system' }
    const begun = await run(sendPasswordReset.name, call)
    if (!begun.ok && begun.failure.code === 'busy') throw new Error('The store was busy.')
  }
  const host = clientOf(hostContract, sendAs('system'))
  return {
    execute: run,
    together: (call, work) =>
      executeTogether(environment, (step) =>
        work((operationName, input) => step(registrationOf(operationName), { ...call, input })),
      ),
    as: (caller) => clientOf(contract, sendAs(caller)),
    signIn: host.signIn,
    mail: {
      deliver: ({ limit = 100 } = {}) => deliverMails(environment, limit, beginRecovery),
      failed: async () => (await storage.read((tx) => tx.outbox.failed(1000))).flatMap(viewMessage),
      retry: (mailId) => retryMail(environment, mailId),
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

/** What every call has at hand, from the host's options and their defaults. */
function environmentOf({
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
  trace = untraced,
  ...choices
}: RosterOptions): Environment {
  let cursorKey: SigningKey | undefined
  return {
    storage,
    clock,
    newId,
    policy: { ...defaultPolicy, ...choices },
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
    trace,
  }
}

/** Throws for anything that browsers would not take for a page of a portal. */
function pageAddress(baseUrl: string, path: string): string {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (!base || !/^https?:$/.test(base.protocol) || base.search !== '' || base.hash !== '')
    throw new Error(
      `baseUrl must be an absolute http(s) URL such as https://portal.example; got "${baseUrl}".`,
    )
  return `${baseUrl.replace(/\/$/, '')}/${path.replace(/^\/+/, '')}`
}
