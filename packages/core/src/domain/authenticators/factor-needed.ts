import type { Services } from '../secrets/services.js'
import type { User } from '../users/user.js'

/**
 * Whether onboarding includes registering an authenticator: only if one can be registered. A secret
 * code isn't one, because it is something the user knows, like the password.
 */
export function factorNeeded(
  { mfa }: User,
  { securityKeys, oneTimePasswords, seal }: Services,
): boolean {
  return mfa.required && (securityKeys !== null || (oneTimePasswords !== null && seal !== null))
}
