import type { Actor } from '../../kernel/actor.js'
import type { Instant } from '../../kernel/clock.js'
import type { UserState } from './user-lifecycle.js'
import type { User } from './user.js'

/** A user with nothing but what everyone has; commands that bring users in begin with this. */
export function newUser({
  at,
  actor,
  state,
  ...identity
}: Pick<User, 'id' | 'organizationId' | 'userName' | 'name' | 'emails'> & {
  readonly at: Instant
  readonly actor: Actor
  readonly state: UserState
}): User {
  return {
    ...identity,
    version: 1,
    verifiedEmails: [],
    phoneNumbers: [],
    userType: null,
    locale: null,
    externalId: null,
    attributes: {},
    owners: {},
    lifecycle: {
      state,
      sinceAt: at,
      actor,
      reason: null,
      formerState: null,
      restorableUntilAt: null,
    },
    locks: [],
    password: { state: 'none', sinceAt: null, expiresAt: null },
    mfa: { required: false, enrolment: 'none' },
    failedSignIns: { count: 0, sinceAt: null },
    inactivityLockAt: null,
    signInRoute: 'any',
    validFromAt: null,
    validUntilAt: null,
    lastSignedInAt: null,
    createdAt: at,
    updatedAt: at,
  }
}
