import type { Actor } from '../../kernel/actor.js'
import type { Instant } from '../../kernel/clock.js'
import type { Lock } from '../locks/lock.js'
import type { UserState } from './user-lifecycle.js'

export {
  emailAddress,
  emailSchema,
  emailsSchema,
  nameSchema,
  phoneNumbersSchema,
} from './user-fields.js'

/** The fields of a user that can have an owner, and that an edit therefore names. */
export const editableFields = [
  'userName',
  'name',
  'emails',
  'phoneNumbers',
  'userType',
  'locale',
] as const

/** One field that an edit names. */
export type EditableField = (typeof editableFields)[number]

/** Who other than this roster a field may belong to (docs/features.md, row 37). */
export const fieldOwners = ['sso', 'scim', 'import'] as const

/** Who owns a field that is not owned here. */
export type FieldOwner = (typeof fieldOwners)[number]

/** What is known of the user's password; never the password. */
export const passwordStates = ['none', 'set', 'temporary', 'expired', 'reset_pending'] as const

/** What is known of the user's other factors. */
export const mfaEnrolments = ['none', 'enrolled', 'again'] as const

/**
 * A user: one home organization, several independent dimensions of status, never one stored
 * status. Words after SCIM (RFC 7643 §4.1).
 */
export interface User {
  readonly id: string
  /** The home organization. */
  readonly organizationId: string
  /** Grows by one with every change; an edit names the version it started from. */
  readonly version: number
  readonly userName: string
  readonly name: { readonly givenName: string; readonly familyName: string }
  readonly emails: readonly {
    readonly value: string
    readonly primary: boolean
    readonly type?: string | undefined
  }[]
  /**
   * The addresses that the user has proven to read by using what was emailed there. No one can set
   * them by hand (docs/security.md, row 54).
   */
  readonly verifiedEmails: readonly string[]
  readonly phoneNumbers: readonly { readonly value: string; readonly type?: string | undefined }[]
  readonly userType: string | null
  readonly locale: string | null
  /** The provisioning system's own label for the user; never looked up by. */
  readonly externalId: string | null
  /** The host's own attributes, as its schema accepted them. */
  readonly attributes: Readonly<Record<string, unknown>>
  readonly owners: { readonly [F in EditableField]?: FieldOwner }
  readonly lifecycle: {
    readonly state: UserState
    readonly sinceAt: Instant
    readonly actor: Actor
    readonly reason: string | null
    /** While deactivated or deleted: the state to come back to. */
    readonly formerState: UserState | null
    /** While deleted: until when the user can be restored. */
    readonly restorableUntilAt: Instant | null
  }
  readonly locks: readonly Lock[]
  readonly password: {
    readonly state: (typeof passwordStates)[number]
    readonly sinceAt: Instant | null
    readonly expiresAt: Instant | null
  }
  readonly mfa: { readonly required: boolean; readonly enrolment: (typeof mfaEnrolments)[number] }
  /**
   * Wrong tries since the last success or the start of the policy's window; what the automatic lock
   * counts (docs/features.md, row 7).
   */
  readonly failedSignIns: { readonly count: number; readonly sinceAt: Instant | null }
  /**
   * When the user is locked for inactivity unless they sign in before (docs/features.md, row 7);
   * moved on by every sign-in and by lifting that lock. Null: never.
   */
  readonly inactivityLockAt: Instant | null
  readonly signInRoute: 'any' | 'federated'
  readonly validFromAt: Instant | null
  readonly validUntilAt: Instant | null
  readonly lastSignedInAt: Instant | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** The user's name as shown: given name, then family name. */
export function displayName(user: Pick<User, 'name'>): string {
  return `${user.name.givenName} ${user.name.familyName}`
}

/** When the user was last seen: signed in, or added where they never have. */
export function lastSeenAt(user: Pick<User, 'lastSignedInAt' | 'createdAt'>): Instant {
  return user.lastSignedInAt ?? user.createdAt
}

/** The address that emails go to. */
export function primaryEmail(user: Pick<User, 'emails'>): string | null {
  return user.emails.find((email) => email.primary)?.value ?? null
}
