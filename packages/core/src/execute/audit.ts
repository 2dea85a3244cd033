import type { Call, Environment } from '../context.js'
import { chained, type AuditRecord, type Origin } from '../domain/audit/audit-event.js'
import { actorOf } from '../domain/callers/caller.js'
import type { StorageTransaction } from '../domain/storage.js'
import type { Instant } from '../kernel/clock.js'
import type { FailureCode } from '../kernel/failure.js'
import type { Operation } from '../kernel/operation.js'
import { err, type Result } from '../kernel/result.js'
import { keepAnswer } from './claim.js'
import { isBusy } from './busy.js'
import type { Entered } from './dry-run.js'
import type { Refusal } from './state.js'

/** Appends what a command did to its organization's chain, and keeps its answer for a retry. */
export async function audit(state: Entered): Promise<unknown> {
  const { claim, context, entry, output, request, unit } = state
  const { operation } = request.registration
  if (entry === null) return output
  const record: AuditRecord = {
    id: unit.environment.newId(),
    organizationId: entry.organizationId,
    at: unit.at,
    event: eventOf(operation),
    operation: operation.name,
    outcome: 'succeeded',
    failure: null,
    actor: actorOf(state.unseen.caller),
    subject: entry.subject,
    reason: entry.reason ?? null,
    changes: entry.changes,
    origin: originOf(request.call),
  }
  await append(unit.tx, record)
  const userId = record.subject?.kind === 'user' ? record.subject.id : null
  if (claim) await keepAnswer(context, operation, claim, output, userId)
  return output
}

/** Refusals that are audited for queries and dry runs too: someone tried what they may not do. */
const auditedForEveryCall: ReadonlySet<FailureCode> = new Set([
  'unauthenticated',
  'access_suspended',
  'not_permitted',
])

/**
 * Audits a refusal in a transaction of its own, and returns it. Every refused command is audited;
 * of queries and dry runs only those refused for lack of rights.
 */
export async function auditRefusal(
  environment: Environment,
  at: Instant,
  refusal: Refusal,
): Promise<Result<never>> {
  const { failure, request } = refusal
  const { operation } = request.registration
  const audited =
    (operation.kind === 'command' && !request.call.dryRun) || auditedForEveryCall.has(failure.code)
  try {
    if (audited)
      await environment.storage.transaction((tx) => appendRefusal(environment, tx, at, refusal))
    return err(failure)
  } catch (thrown) {
    // If the store is too busy to audit the refusal, report `busy` instead.
    if (isBusy(thrown)) return err({ code: 'busy' })
    throw thrown
  }
}

/**
 * Appends a refusal to the chain of the subject's organization, or of the caller's if there is no
 * subject.
 */
export async function appendRefusal(
  environment: Environment,
  tx: StorageTransaction,
  at: Instant,
  { failure, scope, request }: Refusal,
): Promise<void> {
  const { operation } = request.registration
  const own = scope.caller?.kind === 'user' ? scope.caller.user.organizationId : null
  const organizationId = scope.organizationId ?? own ?? (await tx.organizations.roots())[0]?.id
  // Before the first organization exists there is no chain, and nothing to protect.
  if (organizationId === undefined) return
  await append(tx, {
    id: environment.newId(),
    organizationId,
    at,
    event: eventOf(operation),
    operation: operation.name,
    outcome: 'refused',
    failure: failure.code,
    actor: actorOf(scope.caller),
    subject: scope.subject,
    reason: null,
    changes: [],
    origin: originOf(request.call),
  })
}

async function append(tx: StorageTransaction, record: AuditRecord): Promise<void> {
  await tx.audit.append(await chained(record, await tx.audit.head(record.organizationId)))
}

function eventOf(operation: Operation): string {
  return operation.event ?? operation.name
}

function originOf(call: Call): Origin {
  return { requestId: null, address: null, userAgent: null, ...call.origin }
}
