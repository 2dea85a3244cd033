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
 * Promises, in the transaction of the change, that these sessions will be ended: in the outbox,
 * like a message (docs/decisions/0009-sessions-kept-elsewhere.md). It names no user as its subject,
 * so that a purge doesn't remove it.
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
    // The first try is right after the commit. Until then no delivery takes it.
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
 * Keeps the promises after the commit. A failure doesn't concern the caller, whose command was
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
      // no one.
      tellHost(environment, thrown)
    }
  }
}
