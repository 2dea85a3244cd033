import type { HandlersOf } from '../../context.js'
import { beginSecurityKeyHandler } from './begin-security-key.js'
import { deleteAuthenticatorHandler } from './delete-authenticator.js'
import { finishSecurityKeyHandler } from './finish-security-key.js'
import { issueEnrolmentLinkHandler } from './issue-enrolment-link.js'
import { listAuthenticatorsHandler } from './list-authenticators.js'
import { listOwnAuthenticatorsHandler } from './list-own-authenticators.js'
import { lockAuthenticatorHandler } from './lock-authenticator.js'
import { lockOwnAuthenticatorHandler } from './lock-own-authenticator.js'
import { recordAuthenticatorUseHandler } from './record-authenticator-use.js'
import { registerAuthenticatorHandler } from './register-authenticator.js'
import { resetAuthenticatorsHandler } from './reset-authenticators.js'
import { unlockAuthenticatorHandler } from './unlock-authenticator.js'
import { unlockOwnAuthenticatorHandler } from './unlock-own-authenticator.js'
import type { authenticators, hostAuthenticators } from './contract.js'

/** What carries out {@link authenticators}. */
export const authenticatorsHandlers: HandlersOf<typeof authenticators> = {
  list: listAuthenticatorsHandler,
  lock: lockAuthenticatorHandler,
  unlock: unlockAuthenticatorHandler,
  delete: deleteAuthenticatorHandler,
  reset: resetAuthenticatorsHandler,
  beginSecurityKey: beginSecurityKeyHandler,
  finishSecurityKey: finishSecurityKeyHandler,
  issueEnrolmentLink: issueEnrolmentLinkHandler,
  listOwn: listOwnAuthenticatorsHandler,
  lockOwn: lockOwnAuthenticatorHandler,
  unlockOwn: unlockOwnAuthenticatorHandler,
}

/** What carries out {@link hostAuthenticators}. */
export const hostAuthenticatorsHandlers: HandlersOf<typeof hostAuthenticators> = {
  register: registerAuthenticatorHandler,
  recordUse: recordAuthenticatorUseHandler,
}
