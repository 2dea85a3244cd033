import type { AuditStore } from '@rosterkit/core/ports'
import { frozenCopy } from './frozen-copy.js'
import type { MemoryTables } from './memory-tables.js'

/** The audit chains in memory. */
export function memoryAuditStore(tables: MemoryTables): AuditStore {
  const chainOf = (organizationId: string) => tables.auditChains.get(organizationId) ?? []

  return {
    async head(organizationId) {
      const last = chainOf(organizationId).at(-1)
      return last ? { sequence: last.sequence, hash: last.hash } : null
    },

    async append(event) {
      const chain = chainOf(event.organizationId)
      if (event.sequence !== chain.length + 1)
        throw new Error(
          `Event ${event.sequence} does not follow event ${chain.length} of the chain of ${event.organizationId}.`,
        )
      if (chain.length === 0) tables.set(tables.auditChains, event.organizationId, chain)
      chain.push(frozenCopy(event))
      tables.remember(() => chain.pop())
    },

    async *chain(organizationId) {
      yield* chainOf(organizationId).slice()
    },

    async ofSubject({ organizationId, subjectId, beforeSequence, limit }) {
      return chainOf(organizationId)
        .filter(
          (event) =>
            event.subject?.id === subjectId &&
            (beforeSequence === null || event.sequence < beforeSequence),
        )
        .reverse()
        .slice(0, limit)
    },
  }
}
