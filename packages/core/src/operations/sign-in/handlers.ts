import type { HandlersOf } from '../../context.js'
import { withPreparation } from '../../steps/with-preparation.js'
import { applySsoGroupsHandler } from './apply-sso-groups.js'
import { beginSecurityKeyUseHandler } from './begin-security-key-use.js'
import { checkSignInHandler } from './check-sign-in.js'
import { completeOnboardingHandler } from './complete-onboarding.js'
import { finishSecurityKeyUseHandler } from './finish-security-key-use.js'
import { recordSignInFailureHandler } from './record-sign-in-failure.js'
import { recordSignInSuccessHandler } from './record-sign-in-success.js'
import { verifyPasswordHandler, verifyPasswordPreparation } from './verify-password.js'
import { verifySecretCodeHandler, verifySecretCodePreparation } from './verify-secret-code.js'
import { verifyTotpHandler } from './verify-totp.js'
import type { hostSignIn } from './contract.js'

/** What carries out {@link hostSignIn}. */
export const hostSignInHandlers: HandlersOf<typeof hostSignIn> = {
  check: checkSignInHandler,
  recordSuccess: recordSignInSuccessHandler,
  recordFailure: recordSignInFailureHandler,
  completeOnboarding: completeOnboardingHandler,
  applySsoGroups: applySsoGroupsHandler,
  verifyPassword: withPreparation(verifyPasswordPreparation, verifyPasswordHandler),
  verifySecretCode: withPreparation(verifySecretCodePreparation, verifySecretCodeHandler),
  verifyTotp: verifyTotpHandler,
  beginSecurityKey: beginSecurityKeyUseHandler,
  finishSecurityKey: finishSecurityKeyUseHandler,
}
