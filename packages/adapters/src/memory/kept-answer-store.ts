import type { KeptAnswer, KeptAnswerStore } from '@rosterkit/core/ports'
import { frozenCopy } from './frozen-copy.js'
import type { MemoryTables } from './memory-tables.js'

/** What requests with an idempotency key were answered, in memory. */
export function memoryKeptAnswerStore(tables: MemoryTables): KeptAnswerStore {
  const { keptAnswers } = tables
  const placeOf = (organizationId: string, callerId: string, key: string) =>
    JSON.stringify([organizationId, callerId, key])
  const removeWhere = (condition: (answer: KeptAnswer) => boolean) => {
    for (const [place, answer] of keptAnswers)
      if (condition(answer)) tables.delete(keptAnswers, place)
  }
  return {
    async find(organizationId, callerId, key, at) {
      const found = keptAnswers.get(placeOf(organizationId, callerId, key))
      return found && at < found.expiresAt ? found : null
    },

    async keep(answer) {
      tables.set(
        keptAnswers,
        placeOf(answer.organizationId, answer.callerId, answer.key),
        frozenCopy(answer),
      )
    },

    async removeExpired(organizationId, callerId, at) {
      removeWhere(
        (answer) =>
          answer.organizationId === organizationId &&
          answer.callerId === callerId &&
          answer.expiresAt <= at,
      )
    },

    async removeOf(userId) {
      removeWhere((answer) => answer.callerId === userId || answer.subjectUserId === userId)
    },
  }
}
