import type { User } from './user.js'

/**
 * Every state of a user's MFA: not required, required and not enrolled, enrolled, must enroll
 * again.
 */
export const mfaStates = ['not_required', 'not_enrolled', 'enrolled', 'again'] as const

/** One state of MFA; see {@link mfaStates}. */
export type MfaState = (typeof mfaStates)[number]

/** A user's MFA state: that of the enrollment, and without one, whether it is required. */
export function mfaState({ mfa }: Pick<User, 'mfa'>): MfaState {
  if (mfa.enrolment !== 'none') return mfa.enrolment
  return mfa.required ? 'not_enrolled' : 'not_required'
}
