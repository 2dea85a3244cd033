import type { HandlersOf } from '../context.js'
import { bulkHandler } from './bulk-handler.js'
import { importUsersHandler } from './import-users.js'

import { bulk, type userBatches } from './contract.js'

/** What carries out {@link bulk}. */
export const bulkHandlers: HandlersOf<typeof bulk> = {
  lock: bulkHandler(bulk.lock),
  unlock: bulkHandler(bulk.unlock),
  deactivate: bulkHandler(bulk.deactivate),
  reactivate: bulkHandler(bulk.reactivate),
  delete: bulkHandler(bulk.delete),
  restore: bulkHandler(bulk.restore),
  resetAuthenticators: bulkHandler(bulk.resetAuthenticators),
  requireMfa: bulkHandler(bulk.requireMfa),
  resendActivation: bulkHandler(bulk.resendActivation),
  endSessions: bulkHandler(bulk.endSessions),
  assignRole: bulkHandler(bulk.assignRole),
}

/** What carries out {@link userBatches}. */
export const userBatchesHandlers: HandlersOf<typeof userBatches> = {
  import: importUsersHandler,
}
