import type { HandlersOf } from '../../context.js'
import { withPreparation } from '../../steps/with-preparation.js'
import { beginOwnSecurityKeyHandler } from './begin-own-security-key.js'
import { beginOwnTotpHandler } from './begin-own-totp.js'
import { chooseSecretCodeHandler, chooseSecretCodePreparation } from './choose-secret-code.js'
import { finishOnboardingHandler, finishOnboardingPreparation } from './finish-onboarding.js'
import { finishOwnSecurityKeyHandler } from './finish-own-security-key.js'
import { finishOwnTotpHandler } from './finish-own-totp.js'
import { openLinkHandler } from './open-link.js'
import { requestRecoveryHandler } from './request-recovery.js'
import { resetSecretCodeHandler, resetSecretCodePreparation } from './reset-secret-code.js'
import { setPasswordHandler, setPasswordPreparation } from './set-password.js'
import type { redeem } from './contract.js'

/** What carries out {@link redeem}. */
export const redeemHandlers: HandlersOf<typeof redeem> = {
  open: openLinkHandler,
  finishOnboarding: withPreparation(finishOnboardingPreparation, finishOnboardingHandler),
  setPassword: withPreparation(setPasswordPreparation, setPasswordHandler),
  beginSecurityKey: beginOwnSecurityKeyHandler,
  finishSecurityKey: finishOwnSecurityKeyHandler,
  beginTotp: beginOwnTotpHandler,
  finishTotp: finishOwnTotpHandler,
  chooseSecretCode: withPreparation(chooseSecretCodePreparation, chooseSecretCodeHandler),
  resetSecretCode: withPreparation(resetSecretCodePreparation, resetSecretCodeHandler),
  requestRecovery: requestRecoveryHandler,
}
