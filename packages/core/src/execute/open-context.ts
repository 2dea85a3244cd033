import type { AuditEntry, Environment } from '../context.js'
import { outOfReach, provisioningOf, type Caller } from '../domain/callers/caller.js'
import { organizationsWith } from '../domain/roles/rights.js'
import type { StorageTransaction } from '../domain/storage.js'
import type { Operation } from '../kernel/operation.js'
import type { Revocation } from '../steps/sessions/revocation.js'
import type { Identified, Opened } from './state.js'

/** Builds the context that the handler receives. */
export async function openContext(state: Identified): Promise<Opened> {
  const { unit, request, caller } = state
  const { environment, tx, at } = unit
  const { operation } = request.registration
  const entries: AuditEntry[] = []
  const revoked: Revocation[] = []
  const context: Opened['context'] = {
    ...environment,
    tx,
    at,
    caller,
    scope: await scopeOf(tx, caller, operation),
    planned: request.call.dryRun === true || request.call.plan !== undefined,
    withPersonas: delegates(environment) || operation.permission?.startsWith('persona:') === true,
    record: (entry) => void entries.push(entry),
    revoke(userId, sessionIds) {
      const all = revoked.some((other) => other.userId === userId && other.sessionIds === null)
      if (!all) revoked.push({ userId, sessionIds })
    },
    mailQueued: () => void unit.messagesQueued++,
    afterCommit: (work) => void unit.afterCommit.push(work),
  }
  return { ...state, context, entries, revoked }
}

/** Whether any persona type of the host delegates administration, so that personas must be read. */
export function delegates({ personaTypes }: Pick<Environment, 'personaTypes'>): boolean {
  return [...personaTypes.values()].some(({ delegation }) => delegation !== undefined)
}

/** The organizations at and below which the caller holds the operation's permission. */
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

/** Narrows the organizations, and everything below them, to what a provisioning call may reach. */
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
