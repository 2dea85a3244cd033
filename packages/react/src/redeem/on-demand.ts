import { lazyPart } from '../ui/lazy-part.js'
import type { RedeemPageProps } from './redeem-page.js'
import type { RequestRecoveryPageProps } from './request-recovery-page.js'
import type { ResetCodePageProps } from './reset-code-page.js'

/**
 * The page that every link leads to (features row 25): finishing onboarding, choosing a new
 * password, registering an authenticator. Stands at the roster's `redeemPath`, inside a provider
 * whose client needs nobody signed in; takes the link's secret from behind the `#` and out of the
 * address bar. `#reset-code` shows {@link ResetCodePage}. Its code is fetched when it is first
 * shown.
 */
export const RedeemPage = lazyPart<RedeemPageProps>(() =>
  import('./redeem-page.js').then((module) => module.RedeemPage),
)

/**
 * The page behind “Forgot your password?” (row 25): asks for a username, and says the same of known
 * and unknown ones. Nobody needs to be signed in. Its code is fetched when it is first shown.
 */
export const RequestRecoveryPage = lazyPart<RequestRecoveryPageProps>(() =>
  import('./request-recovery-page.js').then((module) => module.RequestRecoveryPage),
)

/**
 * The page where a person brings a reset code and chooses a new secret code (row 17). Its code is
 * fetched when it is first shown.
 */
export const ResetCodePage = lazyPart<ResetCodePageProps>(() =>
  import('./reset-code-page.js').then((module) => module.ResetCodePage),
)
