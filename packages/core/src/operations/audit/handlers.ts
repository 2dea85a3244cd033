import type { HandlersOf } from '../../context.js'
import { listUserAuditHandler } from './list-user-audit.js'
import { verifyAuditHandler } from './verify-audit.js'
import type { audit } from './contract.js'

/** What carries out {@link audit}. */
export const auditHandlers: HandlersOf<typeof audit> = {
  ofUser: listUserAuditHandler,
  verify: verifyAuditHandler,
}
