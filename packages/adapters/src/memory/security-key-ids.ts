import type { SecurityKeyIds } from '@rosterkit/core/ports'
import type { MemoryTables } from './memory-tables.js'

/** Who holds which security key, in memory. */
export function memorySecurityKeyIds(tables: MemoryTables): SecurityKeyIds {
  return {
    async claim(credentialId, userId) {
      if (tables.securityKeys.has(credentialId)) return false
      tables.set(tables.securityKeys, credentialId, userId)
      return true
    },

    async releaseAll(userId) {
      for (const [credentialId, holder] of tables.securityKeys)
        if (holder === userId) tables.delete(tables.securityKeys, credentialId)
    },
  }
}
