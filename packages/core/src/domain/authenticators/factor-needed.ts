import type { Services } from '../secrets/services.js'
import type { User } from '../users/user.js'

/**
 * Whether a second factor has to be registered with the onboarding: only where one can be. A secret
 * code is none, being known like the password.
 */
export function factorNeeded(
  { mfa }: User,
  { securityKeys, oneTimePasswords, seal }: Services,
): boolean {
  return mfa.required && (securityKeys !== null || (oneTimePasswords !== null && seal !== null))
}
