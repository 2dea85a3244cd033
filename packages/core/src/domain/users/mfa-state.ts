import type { User } from './user.js'

/**
 * Every state of a person's second factor: not required, required and not enrolled, enrolled, to be
 * enrolled again.
 */
export const mfaStates = ['not_required', 'not_enrolled', 'enrolled', 'again'] as const

/** One state of the second factor; see {@link mfaStates}. */
export type MfaState = (typeof mfaStates)[number]

/**
 * The state of a person's second factor: that of the enrolment, and where there is none, whether
 * one is required.
 */
export function mfaState({ mfa }: Pick<User, 'mfa'>): MfaState {
  if (mfa.enrolment !== 'none') return mfa.enrolment
  return mfa.required ? 'not_enrolled' : 'not_required'
}
