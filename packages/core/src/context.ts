import type { AuditRecord, Origin } from './domain/audit/audit-event.js'
import type { Caller, CallerRef } from './domain/callers/caller.js'
import type { Organization } from './domain/organizations/organization.js'
import type { PersonaCatalogue } from './domain/personas/persona.js'
import type { Policy } from './domain/policy.js'
import type { RoleCatalogue } from './domain/roles/role.js'
import type { Bearer } from './domain/secrets/secret.js'
import type { Services } from './domain/secrets/services.js'
import type { SessionRevoker } from './domain/sessions/session.js'
import type { Storage, StorageTransaction } from './domain/storage.js'
import type { UserSubject } from './domain/users/user-subject.js'
import type * as z from 'zod/mini'
import type { Change } from './kernel/change.js'
import type { Clock, Instant } from './kernel/clock.js'
import type { SigningKey } from './kernel/digest.js'
import type { IdSource } from './kernel/id.js'
import type { commonFailures, Operation, OutputOf, ParsedInputOf } from './kernel/operation.js'
import type { PlanItem } from './kernel/plan.js'
import type { Result } from './kernel/result.js'
import type { Trace } from './kernel/trace.js'

/** What every call has at hand besides its operation: the ports, the policy and the catalogs. */
export interface Environment {
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: IdSource
  readonly policy: Policy
  readonly roles: RoleCatalogue
  /** Every command about a user: what a user's `can` answers for. */
  readonly userCommands: readonly Operation[]
  /** Every command about an organization, likewise. */
  readonly organizationCommands: readonly Operation[]
  readonly personaTypes: PersonaCatalogue
  /** Names products by AAGUID. */
  readonly productOf: (aaguid: string) => string | undefined
  /** The host's schema of its own attributes. */
  readonly attributes: z.ZodMiniType<Record<string, unknown>> | null
  readonly sessionRevoker: SessionRevoker | null
  /** Called with what the revoker throws. */
  readonly onRevocationFailed: ((thrown: unknown) => void) | null
  readonly services: Services
  /** Called after each commit that puts a message into the outbox. */
  readonly onMailQueued: (() => void) | null
  /** The secret that seals this installation's cursors. */
  readonly cursorKey: (tx: StorageTransaction) => Promise<SigningKey>
  /** Runs each stage of a call; the host's tracing hook. */
  readonly trace: Trace
}

/** What a command did, as the audit records it. */
export interface AuditEntry {
  readonly subject: AuditRecord['subject']
  readonly organizationId: string
  readonly changes: readonly Change[]
  readonly reason?: string | null | undefined
}

/** What a handler works with. */
export interface OperationContext extends Pick<
  Environment,
  | 'newId'
  | 'policy'
  | 'roles'
  | 'userCommands'
  | 'organizationCommands'
  | 'cursorKey'
  | 'personaTypes'
  | 'productOf'
  | 'attributes'
  | 'services'
> {
  readonly tx: StorageTransaction
  /** One instant for the whole operation. */
  readonly at: Instant
  readonly caller: Caller
  /** The organizations at and below which the caller holds the operation's permission. */
  readonly scope: readonly string[]
  /** Whether the caller has looked at a plan of what they ask for, or is asking for one. */
  readonly planned: boolean
  /**
   * Whether what is shown of users needs their personas, because the host's catalog delegates
   * something.
   */
  readonly withPersonas: boolean
  /** States what a command did. Called exactly once by every command that succeeds. */
  readonly record: (entry: AuditEntry) => void
  /**
   * Has a user's sessions that the host keeps elsewhere ended once this has been committed:
   * these, or all.
   */
  readonly revoke: (userId: string, sessionIds: readonly string[] | null) => void
  /** Says that a message has been put into the outbox. */
  readonly mailQueued: () => void
  /**
   * Writes something in a transaction of its own after the call has been committed. For data that
   * no answer depends on: if the store can't write it, it is dropped.
   */
  readonly afterCommit: (work: AfterCommit) => void
}

/** Work that is done in a transaction of its own once a call has been committed. */
export type AfterCommit = (tx: StorageTransaction) => Promise<unknown>

/**
 * What a handler about one user works with: the user is loaded, visible to the caller, and the
 * decision was yes.
 */
export interface UserContext extends OperationContext {
  readonly subject: UserSubject
}

/** What a handler about one organization works with. */
export interface OrganizationContext extends OperationContext {
  /** From the root down to the organization. */
  readonly lineage: readonly Organization[]
}

/**
 * What a handler receives when it is called with a link: the user is loaded and is the caller,
 * without rights; the link is live and theirs.
 */
export interface BearerContext extends UserContext {
  readonly bearer: Bearer
}

/** The context that goes with what the operation is about. */
export type ContextOf<O extends Operation> = O['subject'] extends 'user'
  ? UserContext
  : O['subject'] extends 'organization'
    ? OrganizationContext
    : O['subject'] extends 'bearer'
      ? BearerContext
      : OperationContext

/** The refusals that an operation's handler may give. */
export type HandlerFailure<O extends Operation> =
  | O['failures'][number]
  | (typeof commonFailures)[number]

/**
 * Carries out an operation after its input was parsed, its caller identified and authorized.
 * @typeParam P What its {@link Preparation} brings, if it has one.
 */
export type Handler<O extends Operation, P = undefined> = ((
  context: ContextOf<O> & { readonly prepared: P },
  input: ParsedInputOf<O>,
) => Promise<Result<OutputOf<O>, HandlerFailure<O>>>) & {
  /** Never set: it makes the handlers of two operations different types. */
  readonly of?: O['name']
}

/**
 * What an operation does before its transaction begins: slow work such as hashing, which would keep
 * other writers waiting. What it reads may have changed by the time the handler runs, so the
 * handler checks it again.
 */
export type Preparation<O extends Operation, P> = (
  environment: Environment,
  input: ParsedInputOf<O>,
) => Promise<P>

/** A context whose subject is only known when the call runs. */
export interface AnyContext extends OperationContext {
  readonly subject?: UserSubject
  readonly lineage?: readonly Organization[]
  readonly bearer?: Bearer
  readonly prepared?: unknown
}

/** A handler with the work that is done before its transaction begins. */
export interface PreparedHandler<O extends Operation> {
  // Methods, so that a preparation of any type fits; `withPreparation` ties the two together.
  prepare(environment: Environment, input: ParsedInputOf<O>): Promise<unknown>
  handler(
    context: ContextOf<O> & { readonly prepared: unknown },
    input: ParsedInputOf<O>,
  ): Promise<Result<OutputOf<O>, HandlerFailure<O>>>
  readonly of?: O['name']
}

/** The handler of a batch command, with what it does for each item. */
export interface BatchHandler<O extends Operation> {
  handler(
    context: ContextOf<O>,
    input: ParsedInputOf<O>,
  ): Promise<Result<OutputOf<O>, HandlerFailure<O>>>
  readonly batch: BatchSpec<O>
  readonly of?: O['name']
}

/** What carries out one operation of a contract. */
export type HandlerOf<O extends Operation> = Handler<O> | PreparedHandler<O> | BatchHandler<O>

/**
 * A handler for each operation of a feature's contract. A missing handler, or one that belongs to
 * another operation, does not compile.
 */
export type HandlersOf<C extends { readonly [Name in string]: Operation }> = {
  readonly [Name in keyof C]: HandlerOf<C[Name]>
}

/** One item of a batch: a call of its own, or none because nothing would change. */
export type BatchStep =
  | { readonly operation: Operation; readonly input: object }
  | { readonly unchanged: NonNullable<Extract<PlanItem, { planned: true }>['subject']> }

/** What is at hand to find out which call an item of a batch needs. */
export interface BatchContext extends Pick<Environment, 'storage' | 'policy'> {
  /** Runs a query as the caller. */
  readonly query: (operation: Operation, input: object) => Promise<Result<unknown>>
}

/**
 * How a batch command runs once it has itself been allowed and audited: one item after the other,
 * each with a decision, a transaction and an audit event of its own.
 */
export interface BatchSpec<O extends Operation = Operation, Item = unknown> {
  items(input: ParsedInputOf<O>): readonly Item[]
  /** The user that the item names; null for one who may not exist yet. */
  userIdOf(item: Item): string | null
  /** The call that the item needs now; or its refusal, if no command has to be asked. */
  stepOf(item: Item, input: ParsedInputOf<O>, context: BatchContext): Promise<Result<BatchStep>>
  /** The item in the answer of the batch. */
  toResult(
    item: Item,
    outcome: Result<{ readonly step: BatchStep; readonly answer: unknown }>,
  ): unknown
}

/** One call, as an endpoint passes it on. */
export interface Call {
  readonly input: unknown
  readonly caller: CallerRef
  readonly origin?: Partial<Origin>
  /**
   * The sender's own name for this request. A command that already succeeded under the same key
   * isn't carried out again; it returns the same answer. Any text. Ignored by operations that take
   * no key (see `takesIdempotencyKey`).
   */
  readonly idempotencyKey?: string
  /**
   * Previews a command: carries it out, rolls everything back and returns the plan. Leaves no audit
   * event unless the caller lacks the right to it, and ignores the idempotency key. Only for
   * operations that take a plan (see `takesPlan`).
   */
  readonly dryRun?: boolean
  /** The plan that was reviewed. If it no longer applies, the call is refused as `stale_plan`. */
  readonly plan?: string
}
