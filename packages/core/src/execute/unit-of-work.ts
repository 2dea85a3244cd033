import type { AfterCommit, Environment } from '../context.js'
import type { StorageTransaction } from '../domain/storage.js'
import type { Operation } from '../kernel/operation.js'
import { err, ok, type Result } from '../kernel/result.js'
import { keepRevocations } from '../steps/sessions/revocation.js'
import { appendRefusal, auditRefusal } from './audit.js'
import { isBusy } from './busy.js'
import { Refusal, type UnitOfWork } from './state.js'

/**
 * Runs work in one transaction: all of it is kept, or nothing but the audit of the refusal that
 * ended it. The store may run the work again after a conflict.
 */
export async function inUnitOfWork<T>(
  environment: Environment,
  kind: Operation['kind'],
  work: (unit: UnitOfWork) => Promise<T>,
): Promise<Result<T>> {
  const { clock, storage } = environment
  let at = clock.now()
  let committed: UnitOfWork | undefined
  const attempt = async (tx: StorageTransaction): Promise<Result<T>> => {
    // Read inside the transaction, which may have waited: a lock that was committed meanwhile would
    // otherwise begin after this instant.
    at = clock.now()
    // A new one for each run: the store may run the work again after a conflict.
    const unit = { environment, tx, at, revocations: [], afterCommit: [], messagesQueued: 0 }
    committed = unit
    try {
      return ok(await work(unit))
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !thrown.kept || thrown.request.call.dryRun) throw thrown
      await appendRefusal(environment, tx, at, thrown)
      return err(thrown.failure)
    }
  }
  try {
    const result = await (kind === 'command' ? storage.transaction(attempt) : storage.read(attempt))
    if (committed) await finish(environment, committed)
    return result
  } catch (thrown) {
    if (thrown instanceof Refusal) return auditRefusal(environment, at, thrown)
    if (isBusy(thrown)) return err({ code: 'busy' })
    throw thrown
  }
}

/** What follows a commit. The call has been carried out, so nothing here can fail it. */
async function finish(environment: Environment, unit: UnitOfWork): Promise<void> {
  await keepRevocations(environment, unit.revocations)
  if (unit.messagesQueued > 0) notifyMailQueued(environment)
  for (const work of unit.afterCommit) await bestEffort(environment, work)
}

function notifyMailQueued({ onMailQueued }: Environment): void {
  try {
    onMailQueued?.()
  } catch {
    // The message is kept, and the next delivery sends it.
  }
}

async function bestEffort({ storage }: Environment, work: AfterCommit): Promise<void> {
  try {
    await storage.transaction(work)
  } catch {
    // No answer depends on it; see `afterCommit`.
  }
}
