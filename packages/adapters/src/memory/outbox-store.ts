import { compareText, type OutboxItem, type OutboxStore } from '@rosterkit/core/ports'
import { frozenCopy } from './frozen-copy.js'
import type { MemoryTables } from './memory-tables.js'

/** The outbox, in memory. */
export function memoryOutboxStore(tables: MemoryTables): OutboxStore {
  const { mails, mailIdsByUser } = tables
  const newestFirst = (a: OutboxItem, b: OutboxItem) => compareText(b.id, a.id)
  return {
    async add(mail) {
      tables.set(mails, mail.id, frozenCopy(mail))
      if (mail.userId !== null)
        tables.set(mailIdsByUser, mail.userId, [...(mailIdsByUser.get(mail.userId) ?? []), mail.id])
    },

    async due(at, limit) {
      const waiting = [...mails.values()].filter(
        ({ state, dueAt }) => state === 'queued' && dueAt <= at,
      )
      return waiting
        .sort((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.id, b.id))
        .slice(0, limit)
    },

    async find(id) {
      return mails.get(id) ?? null
    },

    async update(mail, expectedVersion) {
      const before = mails.get(mail.id)
      if (before?.version !== expectedVersion) return 'stale'
      tables.set(
        mails,
        mail.id,
        frozenCopy({
          ...mail,
          organizationId: before.organizationId,
          userId: before.userId,
          queuedAt: before.queuedAt,
        }),
      )
      return 'updated'
    },

    async ofUser(userId, limit) {
      return (mailIdsByUser.get(userId) ?? [])
        .map((id) => mails.get(id)!)
        .sort(newestFirst)
        .slice(0, limit)
    },

    async failed(limit) {
      return [...mails.values()]
        .filter(({ state }) => state === 'failed')
        .sort(newestFirst)
        .slice(0, limit)
    },

    async removeOf(userId) {
      for (const id of mailIdsByUser.get(userId) ?? []) tables.delete(mails, id)
      tables.delete(mailIdsByUser, userId)
    },
  }
}
