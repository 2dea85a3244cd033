import { beginOwnSecurityKey } from './begin-own-security-key.js'
import { beginOwnTotp } from './begin-own-totp.js'
import { chooseSecretCode } from './choose-secret-code.js'
import { finishOnboarding } from './finish-onboarding.js'
import { finishOwnSecurityKey } from './finish-own-security-key.js'
import { finishOwnTotp } from './finish-own-totp.js'
import { openLink } from './open-link.js'
import { requestRecovery } from './request-recovery.js'
import { resetSecretCode } from './reset-secret-code.js'
import { setPassword } from './set-password.js'

// By name as well, so that a page brings only the operations that it calls.
export {
  openLink,
  finishOnboarding,
  setPassword,
  beginOwnSecurityKey,
  finishOwnSecurityKey,
  beginOwnTotp,
  finishOwnTotp,
  chooseSecretCode,
  resetSecretCode,
  requestRecovery,
}

/** The operations of `redeem`. */
export const redeem = {
  open: openLink,
  finishOnboarding,
  setPassword,
  beginSecurityKey: beginOwnSecurityKey,
  finishSecurityKey: finishOwnSecurityKey,
  beginTotp: beginOwnTotp,
  finishTotp: finishOwnTotp,
  chooseSecretCode,
  resetSecretCode,
  requestRecovery,
} as const
