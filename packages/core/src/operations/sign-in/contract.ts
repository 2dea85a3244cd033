import { applySsoGroups } from './apply-sso-groups.js'
import { beginSecurityKeyUse } from './begin-security-key-use.js'
import { checkSignIn } from './check-sign-in.js'
import { completeOnboarding } from './complete-onboarding.js'
import { finishSecurityKeyUse } from './finish-security-key-use.js'
import { recordSignInFailure } from './record-sign-in-failure.js'
import { recordSignInSuccess } from './record-sign-in-success.js'
import { verifyPassword } from './verify-password.js'
import { verifySecretCode } from './verify-secret-code.js'
import { verifyTotp } from './verify-totp.js'

/** Operations that only the host's own code may call. */
export const hostSignIn = {
  check: checkSignIn,
  recordSuccess: recordSignInSuccess,
  recordFailure: recordSignInFailure,
  completeOnboarding,
  applySsoGroups,
  verifyPassword,
  verifySecretCode,
  verifyTotp,
  beginSecurityKey: beginSecurityKeyUse,
  finishSecurityKey: finishSecurityKeyUse,
} as const
