import { chained, type AuditRecord, type Origin } from './audit/audit-event.js'
import {
  actorOf,
  outOfReach,
  provisioningOf,
  resolveCaller,
  type Caller,
  type CallerRef,
} from './callers/caller.js'
import type { InTurn } from './bulk/in-turn.js'
import type { Change } from './kernel/change.js'
import type { Clock, Instant } from './kernel/clock.js'
import type { SigningKey } from './kernel/digest.js'
import { answerAgain, claimKey, isAftermath, keepAnswer } from './idempotency/claim.js'
import { alreadySo, type Failure, type FailureCode } from './kernel/failure.js'
import type { IdSource } from './kernel/id.js'
import { parseInput } from './kernel/input.js'
import type { commonFailures, Operation, OutputOf, ParsedInputOf } from './kernel/operation.js'
import { stripOutput } from './kernel/output.js'
import { rehearsed, type Rehearsed } from './plans/plan.js'
import { err, ok, type Result } from './kernel/result.js'
import type * as z from 'zod/mini'
import type { Mail } from './mail/mail.js'
import type { PersonaCatalogue } from './personas/persona.js'
import { keepRevocations, promiseRevocation, type Revocation } from './sessions/revocation.js'
import type { SessionRevoker } from './sessions/session.js'
import type { Organization } from './organizations/organization.js'
import type { Policy } from './policy.js'
import { decide, type Target } from './roles/decide.js'
import { organizationsWith } from './roles/rights.js'
import type { RoleCatalogue } from './roles/role.js'
import { mayRedeem, secretOfToken, type Bearer } from './secrets/bearer.js'
import type { Services } from './secrets/services.js'
import type { Storage, StorageTransaction } from './storage.js'
import type { UsersWithRoles } from './users/user-store.js'
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
  /** Told what the revoker throws. */
  readonly onRevocationFailed: ((thrown: unknown) => void) | null
  readonly services: Services
  /** Told after each commit that promises a mail. */
  readonly onMailQueued: (() => void) | null
  /** The secret that seals this installation's cursors. */
  readonly cursorKey: (tx: StorageTransaction) => Promise<SigningKey>
}

/** What a command did, for the audit. */
export interface Deed {
  readonly subject: AuditRecord['subject']
  readonly organizationId: string
  readonly changes: readonly Change[]
  readonly reason?: string | null | undefined
}

/** What a handler works with. */
export interface OperationContext extends Pick<
  Pipeline,
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
   * Whether what is shown of people needs their personas, because the host's catalogue delegates
   * something.
   */
  readonly withPersonas: boolean
  /** States what a command did. Called exactly once by every command that succeeds. */
  readonly record: (deed: Deed) => void
  /**
   * Has a person's sessions that the host keeps elsewhere ended once this has been committed:
   * these, or all.
   */
  readonly revoke: (userId: string, sessionIds: readonly string[] | null) => void
  /** Says that a mail has been put into the outbox. */
  readonly mailQueued: () => void
  /**
   * Has something written in a transaction of its own, after the one of the call. For what no
   * answer depends on: where the store cannot, it is left out.
   */
  readonly afterwards: (work: Afterwork) => void
}

type Afterwork = (tx: StorageTransaction) => Promise<unknown>

/**
 * What a handler about one person works with: the person is loaded, visible to the caller, and the
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
 * What a handler works with that somebody calls with a link: the person is loaded and is the
 * caller, without rights; the link is live and theirs.
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
 * What carries an operation out, once the pipeline has parsed, found the caller and decided.
 * @typeParam P What its {@link Preparation} brings, where it has one.
 */
export type Handler<O extends Operation, P = undefined> = (
  context: ContextOf<O> & { readonly prepared: P },
  input: ParsedInputOf<O>,
) => Promise<Result<OutputOf<O>, HandlerFailure<O>>>

/**
 * What an operation does before its transaction begins: slow work such as hashing, which would keep
 * other writers waiting. What it reads may have changed by the time the handler runs, so the
 * handler checks it again.
 */
export type Preparation<O extends Operation, P> = (
  pipeline: Pipeline,
  input: ParsedInputOf<O>,
) => Promise<P>

/** An operation with its handler, as the pipeline runs them. */
export interface Registration {
  readonly operation: Operation
  readonly handler: (context: never, input: never) => Promise<Result<unknown>>
  readonly prepare?: ((pipeline: Pipeline, input: never) => Promise<unknown>) | undefined
  /**
   * For a command about several: what it carries out for each once its handler has put it on
   * record.
   */
  readonly inTurn?: InTurn | undefined
}

/** One call, as a door passes it on. */
export interface Call {
  readonly input: unknown
  readonly caller: CallerRef
  readonly origin?: Partial<Origin>
  /**
   * The sender's own name for this request: sent again with it, a command that was carried out is
   * answered as before and does nothing. Any text; of a bearer or anybody it is not looked at (see
   * `takesIdempotencyKey`).
   */
  readonly idempotencyKey?: string
  /**
   * Finds out what the command would do: carries it out, takes everything back, and answers with a
   * plan (features row 30). Leaves no audit event but of who has no right to it, and looks at no
   * idempotency key. Only for what takes a plan; see `takesPlan`.
   */
  readonly dryRun?: boolean
  /**
   * The plan that was looked at: carried out only when there is nothing else to do now, and refused
   * as `stale_plan` else.
   */
  readonly plan?: string
}

/** Carries what a dry run found out of a transaction of which nothing is to stay. */
class Rehearsal {
  constructor(readonly found: Rehearsed) {}
}

/** Carries a refusal out of a transaction, so that nothing of it is kept. */
class Refusal {
  constructor(
    readonly failure: Failure,
    readonly audit: Attempt,
    readonly step: Step,
    /** Whether what was written before it stays. */
    readonly kept = false,
  ) {}
}

/** One call, ready to be carried out in a transaction. */
interface Step {
  readonly registration: Registration
  readonly call: Call
  /**
   * Parsed before the transaction opens, answered after the caller is known: a stranger learns
   * nothing from it.
   */
  readonly parsed: ReturnType<typeof parseInput>
  readonly prepared: unknown
  readonly inBatch: boolean
}

/**
 * The transaction in which steps are carried out, and what is to be done once it has been
 * committed.
 */
interface Unit {
  readonly pipeline: Pipeline
  readonly tx: StorageTransaction
  /** One instant for all of them. */
  readonly at: Instant
  readonly promised: Mail[]
  readonly afterworks: Afterwork[]
  mailsQueued: number
}

/** How far a call came before it was refused: whose chain records it. */
interface Attempt {
  readonly caller: Caller | null
  readonly organizationId: string | null
  readonly subject: AuditRecord['subject']
}

/**
 * The one way every operation runs: parse, find the caller, decide, one transaction of handler and
 * audit, strip the output. A refusal keeps nothing but its audit event: every refused command, and
 * every query or dry run refused for want of rights.
 * @param options.inBatch Whether somebody who is already as the command would make them counts as
 *   refused, so that a batch does not say of them that it was done.
 */
export async function execute(
  pipeline: Pipeline,
  registration: Registration,
  call: Call,
  { inBatch = false } = {},
): Promise<Result<unknown>> {
  const { operation, prepare } = registration
  const parsed = parseInput(operation.input, call.input ?? {})
  try {
    const prepared = parsed.ok ? await prepare?.(pipeline, parsed.value as never) : undefined
    return await inOneUnit(pipeline, operation.kind, (unit) =>
      attempt(unit, { registration, call, parsed, prepared, inBatch }),
    )
  } catch (thrown) {
    if (thrown instanceof Rehearsal) return ok(thrown.found)
    if (isBusy(thrown)) return err({ code: 'busy' })
    throw thrown
  }
}

/**
 * Carries out one operation among several that are kept together. A refusal ends them all: let what
 * it throws travel.
 */
export type RunStep = (registration: Registration, call: Call) => Promise<unknown>

/**
 * Carries out several operations in one transaction, each as {@link execute} would by itself, with
 * its own decision and audit event: all of them are kept, or, where one is refused, nothing but the
 * audit of that refusal, which is then the answer. What else the work throws takes everything back
 * too, and travels. A store may run the work again after a conflict.
 */
export function executeTogether<T>(
  pipeline: Pipeline,
  work: (run: RunStep) => Promise<T>,
): Promise<Result<T>> {
  return inOneUnit(pipeline, 'command', async (unit) => {
    const refused: Refusal[] = []
    const value = await work(async (registration, call) => {
      const { operation, prepare } = registration
      if (prepare || operation.each)
        throw new Error(
          `${operation.name} is more than one transaction and cannot be carried out together with others.`,
        )
      try {
        return await attempt(unit, {
          registration,
          call,
          parsed: parseInput(operation.input, call.input ?? {}),
          prepared: undefined,
          inBatch: false,
        })
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown
        // What a refusal by itself would leave behind is not kept either.
        const whole = new Refusal(thrown.failure, thrown.audit, thrown.step)
        refused.push(whole)
        throw whole
      }
    })
    for (const refusal of refused) throw refusal
    return value
  })
}

async function inOneUnit<T>(
  pipeline: Pipeline,
  kind: Operation['kind'],
  work: (unit: Unit) => Promise<T>,
): Promise<Result<T>> {
  let at = pipeline.clock.now()
  let committed: Unit | undefined
  try {
    const within = (run: (tx: StorageTransaction) => Promise<Result<T>>) =>
      kind === 'command' ? pipeline.storage.transaction(run) : pipeline.storage.read(run)
    const result = await within(async (tx) => {
      // Read again inside the transaction, which may have waited its turn: a lock that was
      // committed meanwhile would else begin only after this instant.
      at = pipeline.clock.now()
      // Made anew with each run: a store may run the work again after a conflict.
      const unit: Unit = (committed = {
        pipeline,
        tx,
        at,
        promised: [],
        afterworks: [],
        mailsQueued: 0,
      })
      try {
        return ok(await work(unit))
      } catch (thrown) {
        if (!(thrown instanceof Refusal) || !thrown.kept || thrown.step.call.dryRun) throw thrown
        await appendRefusal(pipeline, tx, at, thrown)
        return err(thrown.failure)
      }
    })
    await keepRevocations(pipeline, committed!.promised)
    if (committed!.mailsQueued > 0) nudge(pipeline)
    for (const afterwork of committed!.afterworks) await tryTo(pipeline, afterwork)
    return result
  } catch (thrown) {
    if (thrown instanceof Refusal) return auditRefusal(pipeline, at, thrown)
    if (isBusy(thrown)) return err({ code: 'busy' })
    throw thrown
  }
}

async function auditRefusal(
  pipeline: Pipeline,
  at: Instant,
  refusal: Refusal,
): Promise<Result<never>> {
  const { failure, step } = refusal
  const recorded =
    (step.registration.operation.kind === 'command' && !step.call.dryRun) ||
    refusalsOfQueriesRecorded.has(failure.code)
  try {
    if (recorded)
      await pipeline.storage.transaction((tx) => appendRefusal(pipeline, tx, at, refusal))
    return err(failure)
  } catch (thrown) {
    // A refusal that cannot be put on record for want of a turn is none yet: whoever tries again is
    // refused then.
    if (isBusy(thrown)) return err({ code: 'busy' })
    throw thrown
  }
}

/** Carries out one step; throws a {@link Refusal}. */
async function attempt(unit: Unit, step: Step): Promise<unknown> {
  const { pipeline, tx, at } = unit
  const { registration, call, parsed, prepared, inBatch } = step
  const { operation, handler } = registration
  const delegationUsed = [...pipeline.personaTypes.values()].some(
    ({ delegation }) => delegation !== undefined,
  )
  const revocations: Revocation[] = []
  const refusal = (failure: Failure, audit: Attempt, kept?: boolean) =>
    new Refusal(failure, audit, step, kept)
  const arrived = operation.subject === 'bearer' ? await arrive() : null
  const people = arrived || operation.subject === 'anyone' ? noPeople : await readPeople()
  const resolved = arrived
    ? ok(arrived.caller)
    : operation.subject === 'anyone'
      ? ok<Caller>({ kind: 'system' })
      : await resolveCaller(tx, call.caller, people, pipeline.roles, at, delegationUsed)
  if (!resolved.ok)
    throw refusal(resolved.failure, { caller: null, organizationId: null, subject: null })
  const caller = resolved.value
  const unseen: Attempt = {
    caller: operation.subject === 'anyone' ? null : caller,
    organizationId: null,
    subject: null,
  }

  const closed = operation.onlyVia
    ? provisioningOf(caller)?.source !== operation.onlyVia
    : operation.hostOnly && caller.kind !== 'system'
  if (closed) throw refusal({ code: 'not_found' }, unseen)
  if (!parsed.ok)
    throw refusal({ code: 'invalid_input', details: { issues: parsed.issues } }, unseen)
  const input = parsed.value as Record<string, unknown>

  const deeds: Deed[] = []
  const context: OperationContext = {
    ...pipeline,
    tx,
    at,
    caller,
    scope: await scopeOf(tx, caller, operation),
    planned: call.dryRun === true || call.plan !== undefined,
    withPersonas: delegationUsed || operation.permission?.startsWith('persona:') === true,
    record: (deed) => void deeds.push(deed),
    revoke(userId, sessionIds) {
      const all = revocations.some((other) => other.userId === userId && other.sessionIds === null)
      if (!all) revocations.push({ userId, sessionIds })
    },
    mailQueued: () => void unit.mailsQueued++,
    afterwards: (work) => void unit.afterworks.push(work),
  }
  const { target, found, seen } = await loadSubject(
    context,
    operation,
    arrived ? { userId: arrived.bearer.secret.userId } : input,
    arrived ? null : people,
  )
  const claim = await claimKey(
    context,
    operation,
    input,
    call.dryRun ? undefined : call.idempotencyKey,
  )
  if (operation.subject === 'scope' && context.scope.length === 0)
    throw refusal(
      {
        code: 'not_permitted',
        details: { permission: operation.permission ?? '', organization: 'any organization' },
      },
      unseen,
    )
  if (operation.subject === 'user' || operation.subject === 'organization') {
    const decision = target
      ? decide(caller, operation, target, { personaTypes: pipeline.personaTypes, at })
      : ({ allowed: false, failure: { code: 'not_found' } } as const)
    // A subject that the caller may not see is recorded in the caller's own chain, and named there
    // by nothing.
    if (!decision.allowed && !isAftermath(decision.failure, claim, target === null))
      throw refusal(
        decision.failure,
        decision.failure.code === 'not_found' ? unseen : { caller, ...seen },
      )
  }
  if (claim?.earlier) {
    const again = answerAgain({ ...claim, earlier: claim.earlier })
    if (again.ok) return again.value
    throw refusal(again.failure, { caller, ...seen })
  }
  if (operation.confirmedByPlan && !context.planned)
    throw refusal(
      {
        code: 'invalid_input',
        details: {
          issues: [
            {
              path: '',
              code: 'plan_needed',
              message: 'Make a plan of it first, look at it, and send it along.',
            },
          ],
        },
      },
      { caller, ...seen },
    )
  const impossible = found.subject
    ? operation.possible?.(found.subject.user as never, at, input as never)
    : null
  if (impossible && (inBatch || !alreadySo.has(impossible.code)))
    throw refusal(impossible, { caller, ...seen })

  const result = await handler(
    { ...context, ...found, ...(arrived ? { bearer: arrived.bearer } : {}), prepared } as never,
    input as never,
  )
  if (pipeline.sessionRevoker && found.subject)
    for (const revocation of revocations)
      unit.promised.push(
        await promiseRevocation(context, found.subject.user.organizationId, revocation),
      )
  if (!result.ok) throw refusal(result.failure, { caller: unseen.caller, ...seen }, result.kept)
  const output: unknown = stripOutput(operation.output, result.value)
  if (operation.kind === 'command') {
    const [deed, ...more] = deeds
    if (!deed || more.length > 0)
      throw new Error(
        `${operation.name} must record exactly one deed, and recorded ${deeds.length}.`,
      )
    if (call.dryRun || call.plan !== undefined) {
      const rehearsal = await rehearsed(operation, input, deed)
      if (call.dryRun) throw new Rehearsal(rehearsal)
      if (!operation.each && call.plan !== rehearsal.mark)
        throw refusal({ code: 'stale_plan' }, { caller: unseen.caller, ...seen })
    }
    const record: AuditRecord = {
      id: pipeline.newId(),
      organizationId: deed.organizationId,
      at,
      event: eventOf(operation),
      operation: operation.name,
      outcome: 'succeeded',
      failure: null,
      actor: actorOf(unseen.caller),
      subject: deed.subject,
      reason: deed.reason ?? null,
      changes: deed.changes,
      origin: originOf(call),
    }
    await tx.audit.append(await chained(record, await tx.audit.head(record.organizationId)))
    if (claim)
      await keepAnswer(
        context,
        operation,
        claim,
        output,
        record.subject?.kind === 'user' ? record.subject.id : null,
      )
  }
  return output

  /**
   * The caller and the person whom the call is about, read at once. Where nobody is signed in,
   * nobody is read: a stranger learns nothing, from the time it takes either.
   */
  async function readPeople(): Promise<UsersWithRoles> {
    const callerId = call.caller === 'system' ? undefined : call.caller.userId
    const subjectId =
      parsed.ok && operation.subject === 'user'
        ? String((parsed.value as Record<string, unknown>)['userId'])
        : undefined
    const ids = [...new Set([callerId, subjectId])].filter((id) => typeof id === 'string')
    return callerId === null || ids.length === 0 ? noPeople : tx.users.findWithRoles(ids)
  }

  /**
   * Finds whose link it is. Unknown, used, replaced, over, or for somebody who is shut out: one
   * refusal for all (security row 36). A link opened in somebody else's session is refused and
   * stays good (security row 53).
   */
  async function arrive(): Promise<{ readonly caller: Caller; readonly bearer: Bearer }> {
    const nobody: Attempt = { caller: null, organizationId: null, subject: null }
    if (!parsed.ok)
      throw refusal({ code: 'invalid_input', details: { issues: parsed.issues } }, nobody)
    const bearer = await secretOfToken(
      tx,
      String((parsed.value as Record<string, unknown>)['token']),
      operation.links ?? [],
      at,
    )
    const user = bearer ? await tx.users.find(bearer.secret.userId) : null
    const lineage = user
      ? ((await tx.organizations.lineages([user.organizationId])).get(user.organizationId) ?? [])
      : []
    if (!bearer || !user || !mayRedeem({ user, lineage }, at))
      throw refusal({ code: 'secret_unusable' }, nobody)
    if (call.caller !== 'system' && call.caller.userId !== null && call.caller.userId !== user.id)
      throw refusal({ code: 'other_account' }, nobody)
    return { caller: { kind: 'user', user, lineage, grants: [], personas: [] }, bearer }
  }
}

const noPeople: UsersWithRoles = { users: [], assignments: [], lineages: new Map() }

/**
 * Tells the host that there is mail to send. The change is committed and the mail is kept, so what
 * goes wrong here is nothing to the caller: the next delivery sends it.
 */
function nudge({ onMailQueued }: Pipeline): void {
  try {
    onMailQueued?.()
  } catch {
    // The host's own affair; see the docstring of the option.
  }
}

/** Writes what may be left out: the call has been carried out, whatever becomes of this. */
async function tryTo({ storage }: Pipeline, work: Afterwork): Promise<void> {
  try {
    await storage.transaction(work)
  } catch {
    // Nothing was promised; see `afterwards`.
  }
}

const refusalsOfQueriesRecorded: ReadonlySet<FailureCode> = new Set([
  'unauthenticated',
  'access_suspended',
  'not_permitted',
])

function eventOf(operation: Operation): string {
  return operation.event ?? operation.name
}

async function scopeOf(
  tx: StorageTransaction,
  caller: Caller,
  operation: Operation,
): Promise<readonly string[]> {
  if (operation.subject !== 'scope' || operation.permission === null) return []
  if (caller.kind === 'user')
    return withinReach(tx, caller, organizationsWith(caller.grants, operation.permission))
  return (await tx.organizations.roots()).map((root) => root.id)
}

/** Of these organizations and everything below them, what a provisioning call is narrowed to. */
async function withinReach(
  tx: StorageTransaction,
  caller: Caller,
  organizationIds: readonly string[],
): Promise<readonly string[]> {
  const via = provisioningOf(caller)
  if (via === undefined) return organizationIds
  const lineages = await tx.organizations.lineages([via.organizationId, ...organizationIds])
  if (lineages.get(via.organizationId)?.some(({ id }) => organizationIds.includes(id)))
    return [via.organizationId]
  return organizationIds.filter((id) => !outOfReach(caller, lineages.get(id) ?? []))
}

interface LoadedSubject {
  readonly target: Target | null
  readonly found: { readonly subject?: UserSubject; readonly lineage?: readonly Organization[] }
  readonly seen: Pick<Attempt, 'organizationId' | 'subject'>
}

async function loadSubject(
  context: OperationContext,
  operation: Operation,
  input: Record<string, unknown>,
  read: UsersWithRoles | null,
): Promise<LoadedSubject> {
  const nothing: LoadedSubject = {
    target: null,
    found: {},
    seen: { organizationId: null, subject: null },
  }
  if (operation.subject === 'user' || operation.subject === 'bearer') {
    const userId = String(input['userId'])
    const people = read ?? (await context.tx.users.findWithRoles([userId]))
    const user = people.users.find(({ id }) => id === userId)
    if (!user) return nothing
    const subject = (await loadUserSubjects(context, [user], people))[0]!
    return {
      target: subject.target,
      found: { subject },
      seen: { organizationId: user.organizationId, subject: subject.auditSubject },
    }
  }
  if (operation.subject === 'organization') {
    const organizationId = String(input['organizationId'])
    const lineage = (await context.tx.organizations.lineages([organizationId])).get(organizationId)
    if (!lineage) return nothing
    return {
      target: { lineage },
      found: { lineage },
      seen: {
        organizationId,
        subject: { kind: 'organization', id: organizationId, label: lineage.at(-1)!.name },
      },
    }
  }
  return nothing
}

function originOf(call: Call): Origin {
  return { requestId: null, address: null, userAgent: null, ...call.origin }
}

async function appendRefusal(
  pipeline: Pipeline,
  tx: StorageTransaction,
  at: Instant,
  {
    failure,
    audit: attempt,
    step: {
      registration: { operation },
      call,
    },
  }: Refusal,
): Promise<void> {
  const ownOrganization =
    attempt.caller?.kind === 'user' ? attempt.caller.user.organizationId : null
  const organizationId =
    attempt.organizationId ?? ownOrganization ?? (await tx.organizations.roots())[0]?.id
  // Before the first organization exists there is no chain, and nothing to protect.
  if (organizationId === undefined) return
  const record: AuditRecord = {
    id: pipeline.newId(),
    organizationId,
    at,
    event: eventOf(operation),
    operation: operation.name,
    outcome: 'refused',
    failure: failure.code,
    actor: actorOf(attempt.caller),
    subject: attempt.subject,
    reason: null,
    changes: [],
    origin: originOf(call),
  }
  await tx.audit.append(await chained(record, await tx.audit.head(organizationId)))
}

function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'busy'
}
