import type { OwnedRecord, OwnedRecordStore } from '@rosterkit/core/ports'
import { frozenCopy } from './frozen-copy.js'
import type { MemoryTables, OwnedKind, OwnedRow } from './memory-tables.js'

/** One kind of things that belong to people, in memory. */
export function memoryOwnedRecordStore<T extends OwnedRecord>(
  tables: MemoryTables,
  kind: OwnedKind,
): OwnedRecordStore<T> {
  const rows = tables.owned[kind]
  // Only this store puts anything into its rows, so what comes out is of its kind.
  const ofUser = (userId: string) => rows.get(userId) ?? []
  const replaceAll = (userId: string, next: readonly OwnedRow[]) =>
    next.length > 0 ? tables.set(rows, userId, next) : tables.delete(rows, userId)

  return {
    async find(userId, id) {
      return (ofUser(userId).find(({ record }) => record.id === id)?.record ?? null) as T | null
    },

    async ofUsers(userIds) {
      const found = [...new Set(userIds)].flatMap(ofUser)
      return found.sort((a, b) => a.ordinal - b.ordinal).map(({ record }) => record as T)
    },

    async insert(record) {
      const held = ofUser(record.userId)
      if (held.some((other) => other.record.key === record.key)) return 'exists'
      if (!tables.users.has(record.userId))
        throw new Error(`There is no person ${record.userId} for ${record.id} to belong to.`)
      tables.set(rows, record.userId, [
        ...held,
        { record: frozenCopy(record), ordinal: tables.nextOrdinal++ },
      ])
      return 'inserted'
    },

    async update(record, expectedVersion) {
      const held = ofUser(record.userId)
      const before = held.find((other) => other.record.id === record.id)
      if (before?.record.version !== expectedVersion) return 'stale'
      const next = {
        record: frozenCopy({
          ...record,
          key: before.record.key,
          userOrganizationId: before.record.userOrganizationId,
        }),
        ordinal: before.ordinal,
      }
      tables.set(
        rows,
        record.userId,
        held.map((other) => (other === before ? next : other)),
      )
      return 'updated'
    },

    async remove(userId, id) {
      const held = ofUser(userId)
      const rest = held.filter(({ record }) => record.id !== id)
      if (rest.length === held.length) return false
      replaceAll(userId, rest)
      return true
    },

    async removeAll(userId) {
      const { length } = ofUser(userId)
      replaceAll(userId, [])
      return length
    },
  }
}

/** Takes a person's records along to another organization. */
export function moveOwnedRecords(
  tables: MemoryTables,
  kind: OwnedKind,
  userId: string,
  userOrganizationId: string,
): void {
  const rows = tables.owned[kind]
  const held = rows.get(userId)
  if (held)
    tables.set(
      rows,
      userId,
      held.map(({ record, ordinal }) => ({
        record: Object.freeze({ ...record, userOrganizationId }),
        ordinal,
      })),
    )
}
