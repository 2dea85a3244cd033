import { chained, type AuditChange, type AuditRecord, type Origin } from './audit/audit-event.js'
import { actorOf, resolveCaller, type Caller, type CallerRef } from './callers/caller.js'
import type { Clock, Instant } from './kernel/clock.js'
import { alreadySo, type Failure, type FailureCode } from './kernel/failure.js'
import type { IdSource } from './kernel/id.js'
import { parseInput } from './kernel/input.js'
import type { commonFailures, Operation, OutputOf, ParsedInputOf } from './kernel/operation.js'
import { err, ok, type Result } from './kernel/result.js'
import type * as z from 'zod/mini'
import type { PersonaCatalogue } from './personas/persona.js'
import type { SessionRevoker } from './sessions/session.js'
import type { Organization } from './organizations/organization.js'
import type { Policy } from './policy.js'
import { decide, type Target } from './roles/decide.js'
import { organizationsWith } from './roles/rights.js'
import type { RoleCatalogue } from './roles/role.js'
import type { Storage, StorageTransaction } from './storage.js'
import { loadUserSubjects, type UserSubject } from './users/user-subject.js'

/** What the pipeline needs beside the operation. */
export interface Pipeline {
  readonly storage: Storage
  readonly clock: Clock
  readonly newId: IdSource
  readonly policy: Policy
  readonly roles: RoleCatalogue
  /** Every command about a person: what a person's `can` answers for. */
  readonly userCommands: readonly Operation[]
  /** Every command about an organization, likewise. */
  readonly organizationCommands: readonly Operation[]
  readonly personaTypes: PersonaCatalogue
  /** Names products by AAGUID. */
  readonly productOf: (aaguid: string) => string | undefined
  /** The host's schema of its own attributes. */
  readonly attributes: z.ZodMiniType<Record<string, unknown>> | null
  readonly sessionRevoker: SessionRevoker | null
  /** The secret that seals this installation's cursors. */
  readonly cursorKey: (tx: StorageTransaction) => Promise<CryptoKey>
}

/** What a command did, for the audit. */
export interface Deed {
  readonly subject: AuditRecord['subject']
  readonly organizationId: string
  readonly changes: readonly AuditChange[]
  readonly reason?: string | null | undefined
}

/** What a handler works with. */
export interface OperationContext extends Pick<Pipeline, 'newId' | 'policy' | 'roles' | 'userCommands' | 'organizationCommands' | 'cursorKey' | 'personaTypes' | 'productOf' | 'attributes'> {
  readonly tx: StorageTransaction
  /** One instant for the whole operation. */
  readonly at: Instant
  readonly caller: Caller
  /** The organizations at and below which the caller holds the operation's permission. */
  readonly scope: readonly string[]
  /** Whether what is shown of people needs their personas, because the host's catalogue delegates something. */
  readonly withPersonas: boolean
  /** States what a command did. Called exactly once by every command that succeeds. */
  readonly record: (deed: Deed) => void
  /** Has a person's sessions that the host keeps elsewhere ended once this has been committed: these, or all. */
  readonly revoke: (userId: string, sessionIds: readonly string[] | null) => void
}

/** What a handler about one person works with: the person is loaded, visible to the caller, and the decision was yes. */
export interface UserContext extends OperationContext {
  readonly subject: UserSubject
}

/** What a handler about one organization works with. */
export interface OrganizationContext extends OperationContext {
  /** From the root down to the organization. */
  readonly lineage: readonly Organization[]
}

/** The context that goes with what the operation is about. */
export type ContextOf<O extends Operation> = O['subject'] extends 'user' ? UserContext : O['subject'] extends 'organization' ? OrganizationContext : OperationContext

/** The refusals that an operation's handler may give. */
export type HandlerFailure<O extends Operation> = O['failures'][number] | (typeof commonFailures)[number]

/** What carries an operation out, once the pipeline has parsed, found the caller and decided. */
export type Handler<O extends Operation> = (context: ContextOf<O>, input: ParsedInputOf<O>) => Promise<Result<OutputOf<O>, HandlerFailure<O>>>

/** An operation with its handler, as the pipeline runs them. */
export interface Registration {
  readonly operation: Operation
  readonly handler: (context: never, input: never) => Promise<Result<unknown>>
}

/** One call, as a door passes it on. */
export interface Call {
  readonly input: unknown
  readonly caller: CallerRef
  readonly origin?: Partial<Origin>
}

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class Refusal {
  constructor(
    readonly failure: Failure,
    readonly audit: Attempt,
  ) {}
}

/** How far a call came before it was refused: whose chain records it. */
interface Attempt {
  readonly caller: Caller | null
  readonly organizationId: string | null
  readonly subject: AuditRecord['subject']
}

/**
 * The one way every operation runs: parse, find the caller, decide, one transaction of handler and audit, strip the output.
 * A refusal keeps nothing but its audit event: every refused command, and every query refused for want of rights.
 */
export async function execute(pipeline: Pipeline, { operation, handler }: Registration, call: Call): Promise<Result<unknown>> {
  let at = pipeline.clock.now()
  const origin: Origin = { requestId: null, address: null, userAgent: null, ...call.origin }
  const delegationUsed = [...pipeline.personaTypes.values()].some(({ delegation }) => delegation !== undefined)
  const revocations: { readonly userId: string; readonly sessionIds: readonly string[] | null }[] = []
  const unit = <T>(work: (tx: StorageTransaction) => Promise<T>) => (operation.kind === 'command' ? pipeline.storage.transaction(work) : pipeline.storage.read(work))
  const auditRefusal = async (failure: Failure, attempt: Attempt) => {
    const recorded = operation.kind === 'command' || refusalsOfQueriesRecorded.has(failure.code)
    if (recorded) await pipeline.storage.transaction((tx) => appendRefusal(pipeline, tx, operation, at, origin, failure, attempt))
    return err(failure)
  }

  // Parsed before the transaction opens, answered after the caller is known: a stranger learns nothing from it.
  const parsed = parseInput(operation.input, call.input ?? {})
  try {
    const value = await unit((tx) => {
      // A store may run the work again after a conflict.
      revocations.length = 0
      // Read again inside the transaction, which may have waited its turn: a lock that was committed meanwhile would else begin only after this instant.
      at = pipeline.clock.now()
      return attempt(tx)
    })
    for (const { userId, sessionIds } of revocations) await pipeline.sessionRevoker?.revoke(userId, sessionIds)
    return ok(value)
  } catch (thrown) {
    if (thrown instanceof Refusal) return auditRefusal(thrown.failure, thrown.audit)
    if (isBusy(thrown)) return err({ code: 'busy' })
    throw thrown
  }

  async function attempt(tx: StorageTransaction): Promise<unknown> {
    const resolved = await resolveCaller(tx, call.caller, pipeline.roles, at, delegationUsed)
    if (!resolved.ok) throw new Refusal(resolved.failure, { caller: null, organizationId: null, subject: null })
    const caller = resolved.value
    const unseen: Attempt = { caller, organizationId: null, subject: null }

    if (operation.hostOnly && caller.kind !== 'system') throw new Refusal({ code: 'not_found' }, unseen)
    if (!parsed.ok) throw new Refusal({ code: 'invalid_input', details: { issues: parsed.issues } }, unseen)
    const input = parsed.value as Record<string, unknown>

    const deeds: Deed[] = []
    const context: OperationContext = { ...pipeline, tx, at, caller, scope: await scopeOf(tx, caller, operation), withPersonas: delegationUsed || operation.permission?.startsWith('persona:') === true, record: (deed) => void deeds.push(deed), revoke: (userId, sessionIds) => void revocations.push({ userId, sessionIds }) }
    const { target, found, seen } = await loadSubject(context, operation, input)
    if (operation.subject === 'scope' && context.scope.length === 0) throw new Refusal({ code: 'not_permitted', details: { permission: operation.permission ?? '', organization: 'any organization' } }, unseen)
    if (operation.subject === 'user' || operation.subject === 'organization') {
      const decision = target ? decide(caller, operation, target, { personaTypes: pipeline.personaTypes, at }) : ({ allowed: false, failure: { code: 'not_found' } } as const)
      // A subject that the caller may not see is recorded in the caller's own chain, and named there by nothing.
      if (!decision.allowed) throw new Refusal(decision.failure, decision.failure.code === 'not_found' ? unseen : { caller, ...seen })
    }
    const impossible = found.subject ? operation.possible?.(found.subject.user as never, at) : null
    if (impossible && !alreadySo.has(impossible.code)) throw new Refusal(impossible, { caller, ...seen })

    const result = await handler({ ...context, ...found } as never, input as never)
    if (!result.ok) throw new Refusal(result.failure, { caller, ...seen })
    const output: unknown = operation.output.parse(result.value)
    if (operation.kind === 'command') {
      const [deed, ...more] = deeds
      if (!deed || more.length > 0) throw new Error(`${operation.name} must record exactly one deed, and recorded ${deeds.length}.`)
      const record: AuditRecord = { id: pipeline.newId(), organizationId: deed.organizationId, at, event: eventOf(operation), operation: operation.name, outcome: 'succeeded', failure: null, actor: actorOf(caller), subject: deed.subject, reason: deed.reason ?? null, changes: deed.changes, origin }
      await tx.audit.append(await chained(record, await tx.audit.head(record.organizationId)))
    }
    return output
  }
}

const refusalsOfQueriesRecorded: ReadonlySet<FailureCode> = new Set(['unauthenticated', 'access_suspended', 'not_permitted'])

function eventOf(operation: Operation): string {
  return operation.event ?? operation.name
}

async function scopeOf(tx: StorageTransaction, caller: Caller, operation: Operation): Promise<readonly string[]> {
  if (operation.subject !== 'scope' || operation.permission === null) return []
  if (caller.kind === 'user') return organizationsWith(caller.grants, operation.permission)
  return (await tx.organizations.roots()).map((root) => root.id)
}

interface LoadedSubject {
  readonly target: Target | null
  readonly found: { readonly subject?: UserSubject; readonly lineage?: readonly Organization[] }
  readonly seen: Pick<Attempt, 'organizationId' | 'subject'>
}

async function loadSubject(context: OperationContext, operation: Operation, input: Record<string, unknown>): Promise<LoadedSubject> {
  const nothing: LoadedSubject = { target: null, found: {}, seen: { organizationId: null, subject: null } }
  if (operation.subject === 'user') {
    const user = await context.tx.users.find(String(input['userId']))
    if (!user) return nothing
    const subject = (await loadUserSubjects(context, [user]))[0]!
    return { target: subject.target, found: { subject }, seen: { organizationId: user.organizationId, subject: subject.auditSubject } }
  }
  if (operation.subject === 'organization') {
    const organizationId = String(input['organizationId'])
    const lineage = (await context.tx.organizations.lineages([organizationId])).get(organizationId)
    if (!lineage) return nothing
    return { target: { lineage }, found: { lineage }, seen: { organizationId, subject: { kind: 'organization', id: organizationId, label: lineage.at(-1)!.name } } }
  }
  return nothing
}

async function appendRefusal(pipeline: Pipeline, tx: StorageTransaction, operation: Operation, at: Instant, origin: Origin, failure: Failure, attempt: Attempt): Promise<void> {
  const ownOrganization = attempt.caller?.kind === 'user' ? attempt.caller.user.organizationId : null
  const organizationId = attempt.organizationId ?? ownOrganization ?? (await tx.organizations.roots())[0]?.id
  // Before the first organization exists there is no chain, and nothing to protect.
  if (organizationId === undefined) return
  const record: AuditRecord = { id: pipeline.newId(), organizationId, at, event: eventOf(operation), operation: operation.name, outcome: 'refused', failure: failure.code, actor: actorOf(attempt.caller), subject: attempt.subject, reason: null, changes: [], origin }
  await tx.audit.append(await chained(record, await tx.audit.head(organizationId)))
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'busy'
}
