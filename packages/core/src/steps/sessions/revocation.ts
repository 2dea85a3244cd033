import { plusSeconds } from '../../kernel/clock.js'
import { carryOut, leaseSeconds, tellHost } from '../outbox/deliver-outbox.js'
import type { OutboxItem } from '../../domain/outbox/outbox-item.js'
import type { OperationContext, Environment } from '../../context.js'

/** Whose sessions the host has to end that it keeps elsewhere: these, or all. */
export interface Revocation {
  readonly userId: string
  readonly sessionIds: readonly string[] | null
}

/**
 * Promises, in the transaction of the change, that these sessions will be ended: in the outbox, as
 * a mail is promised (docs/decisions/0009-sessions-kept-elsewhere.md). It is about nobody there, so
 * that a purge does not take it along.
 */
export async function promiseRevocation(
  { tx, at, newId }: Pick<OperationContext, 'tx' | 'at' | 'newId'>,
  organizationId: string,
  revocation: Revocation,
): Promise<OutboxItem> {
  const promised: OutboxItem = {
    id: newId(),
    version: 1,
    organizationId,
    userId: null,
    state: 'queued',
    queuedAt: at,
    // Its first try is the one right after the commit; until that is over no delivery takes it.
    dueAt: plusSeconds(at, leaseSeconds),
    attempts: 1,
    sentAt: null,
    lastError: null,
    task: { kind: 'session_revocation', ...revocation },
  }
  await tx.outbox.add(promised)
  return promised
}

/**
 * Keeps the promises after the commit. What goes wrong is nothing to the caller, whose command was
 * carried out: the next delivery tries again.
 */
export async function keepRevocations(
  environment: Environment,
  promised: readonly OutboxItem[],
): Promise<void> {
  for (const mail of promised) {
    try {
      await carryOut(environment, mail)
    } catch (thrown) {
      // The sessions are ended, and only the note of it is missing; to end them a second time harms
      // nobody.
      tellHost(environment, thrown)
    }
  }
}
