import { listUserAudit } from './list-user-audit.js'
import { verifyAudit } from './verify-audit.js'

// By name as well, so that a page brings only the operations that it calls.
export { listUserAudit, verifyAudit }

/** The operations of `audit`. */
export const audit = {
  ofUser: listUserAudit,
  verify: verifyAudit,
} as const
