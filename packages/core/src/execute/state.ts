import type { AfterCommit, AuditEntry, Call, Environment, OperationContext } from '../context.js'
import type { AuditRecord } from '../domain/audit/audit-event.js'
import type { Caller } from '../domain/callers/caller.js'
import type { Organization } from '../domain/organizations/organization.js'
import type { OutboxItem } from '../domain/outbox/outbox-item.js'
import type { Target } from '../domain/roles/decide.js'
import type { Bearer } from '../domain/secrets/secret.js'
import type { StorageTransaction } from '../domain/storage.js'
import type { UserSubject } from '../domain/users/user-subject.js'
import type { UsersWithRoles } from '../domain/users/user-store.js'
import type { Instant } from '../kernel/clock.js'
import type { Failure } from '../kernel/failure.js'
import type { ParsedInput } from '../kernel/input.js'
import type { Revocation } from '../steps/sessions/revocation.js'
import type { Claim } from './claim.js'
import type { Registration } from './registration.js'

/** One call whose input was parsed and whose slow work is done, ready for its transaction. */
export interface Request {
  readonly registration: Registration
  readonly call: Call
  /** Refused only once the caller is known: a stranger learns nothing from it. */
  readonly parsed: ParsedInput
  readonly prepared: unknown
  /**
   * Whether a user who already is as the command would make them counts as refused, so that a batch
   * doesn't report them as done.
   */
  readonly inBatch: boolean
}

/** The transaction in which calls are carried out, and what follows its commit. */
export interface UnitOfWork {
  readonly environment: Environment
  readonly tx: StorageTransaction
  /** One instant for all of its calls. */
  readonly at: Instant
  readonly revocations: OutboxItem[]
  readonly afterCommit: AfterCommit[]
  messagesQueued: number
}

/** Who and what a refusal names in the audit, and whose chain records it. */
export interface RefusalScope {
  readonly caller: Caller | null
  readonly organizationId: string | null
  readonly subject: AuditRecord['subject']
}

/** Where every call begins. */
export interface Started {
  readonly unit: UnitOfWork
  readonly request: Request
}

/** The caller is known, and the input is valid. */
export interface Identified extends Started {
  readonly caller: Caller
  /** The users that were read with the caller; null for a call with a link. */
  readonly users: UsersWithRoles | null
  readonly bearer: Bearer | null
  readonly input: Readonly<Record<string, unknown>>
  /** What a refusal names before the caller may see the subject. */
  readonly unseen: RefusalScope
}

/** The context that the handler will receive. */
export interface Opened extends Identified {
  readonly context: OperationContext
  /** What the handler records. */
  readonly entries: readonly AuditEntry[]
  /** The sessions kept elsewhere that the handler ends. */
  readonly revoked: readonly Revocation[]
}

/** The subject is loaded. */
export interface WithSubject extends Opened {
  readonly target: Target | null
  readonly subject: { readonly subject?: UserSubject; readonly lineage?: readonly Organization[] }
  /** What a refusal names once the caller may see the subject. */
  readonly seen: RefusalScope
}

/** The caller may do it. */
export interface Authorized extends WithSubject {
  readonly claim: Claim | null
}

/** The handler has run. */
export interface Handled extends Authorized {
  /** What the handler returned, without the fields that the operation doesn't declare. */
  readonly output: unknown
}

/** What a failed call leaves behind; thrown through the transaction, which rolls back. */
export class Refusal {
  constructor(
    readonly failure: Failure,
    readonly scope: RefusalScope,
    readonly request: Request,
    /** Whether what was written before it stays. */
    readonly kept = false,
  ) {}
}
