import { beginSecurityKey } from './begin-security-key.js'
import { deleteAuthenticator } from './delete-authenticator.js'
import { finishSecurityKey } from './finish-security-key.js'
import { issueEnrolmentLink } from './issue-enrolment-link.js'
import { listAuthenticators } from './list-authenticators.js'
import { listOwnAuthenticators } from './list-own-authenticators.js'
import { lockAuthenticator } from './lock-authenticator.js'
import { lockOwnAuthenticator } from './lock-own-authenticator.js'
import { recordAuthenticatorUse } from './record-authenticator-use.js'
import { registerAuthenticator } from './register-authenticator.js'
import { resetAuthenticators } from './reset-authenticators.js'
import { unlockAuthenticator } from './unlock-authenticator.js'
import { unlockOwnAuthenticator } from './unlock-own-authenticator.js'

// By name as well, so that a page brings only the operations that it calls.
export {
  listAuthenticators,
  lockAuthenticator,
  unlockAuthenticator,
  deleteAuthenticator,
  resetAuthenticators,
  beginSecurityKey,
  finishSecurityKey,
  issueEnrolmentLink,
  listOwnAuthenticators,
  lockOwnAuthenticator,
  unlockOwnAuthenticator,
}

/** The operations of `authenticators`. */
export const authenticators = {
  list: listAuthenticators,
  lock: lockAuthenticator,
  unlock: unlockAuthenticator,
  delete: deleteAuthenticator,
  reset: resetAuthenticators,
  beginSecurityKey,
  finishSecurityKey,
  issueEnrolmentLink,
  listOwn: listOwnAuthenticators,
  lockOwn: lockOwnAuthenticator,
  unlockOwn: unlockOwnAuthenticator,
} as const

/** Operations that only the host's own code may call. */
export const hostAuthenticators = {
  register: registerAuthenticator,
  recordUse: recordAuthenticatorUse,
} as const
