import type { AuthenticatorType } from './authenticators/authenticator.js'
import { secretCodeFormats, type CodeFormat, type GeneratedCodeFormat } from './secrets/code.js'

/**
 * How something secret reaches the user: by email, shown once to the administrator, or both.
 * Without a mail transport it is shown.
 */
export type Delivery = 'mail' | 'show' | 'both'

/** What a host decides once for its roster. */
export interface Policy {
  /** Within what a username is unique: each organization (the default), or the whole roster. */
  readonly userNameBoundary: 'organization' | 'roster'
  /**
   * What the host calls the levels of its tree, from the root down. Deeper levels take the last
   * name.
   */
  readonly levels: readonly string[]
  /**
   * The automatic lock after failed sign-ins (docs/features.md, row 7): after how many, within
   * which window, and for how long (null: until an administrator lifts it).
   */
  readonly failedSignIns: {
    readonly threshold: number
    readonly windowSeconds: number
    readonly lockSeconds: number | null
  }
  /**
   * How many authenticators of a type a user may have (a type left out: any number), and after
   * how many days without use one is locked (null: never).
   */
  readonly authenticators: {
    readonly limits: { readonly [T in AuthenticatorType]?: number }
    readonly inactivityLockDays: number | null
  }
  /** After how many days without a sign-in a user is locked; null never. */
  readonly inactivityLockDays: number | null
  /**
   * After how many days without a sign-in (or since they were added, where there was none) lists
   * call a user dormant. Nothing is locked by it.
   */
  readonly dormantAfterDays: number
  /** Whose access ends within how many days lists call expiring. */
  readonly expiringWithinDays: number
  /**
   * For how many hours the answer to a request with an idempotency key is kept for the case that it
   * is sent again.
   */
  readonly idempotencyKeyHours: number
  /** For how many days a deleted user can be restored before the purge; 0 leaves no time. */
  readonly restoreDays: number
  /** The link with which a new user finishes onboarding (docs/features.md, row 3). */
  readonly activation: { readonly delivery: Delivery; readonly lifetimeHours: number }
  /**
   * The link with which a user registers a factor (docs/features.md, row 16). It opens the
   * ceremony, whose own challenge lives ten minutes (SP 800-63B-4 §4.1.2.2).
   */
  readonly enrolment: { readonly delivery: Delivery; readonly lifetimeHours: number }
  /**
   * The link with which a user chooses a new password (docs/features.md, row 21); at most 24 hours
   * by mail (SP 800-63B-4 §4.2.1.2).
   */
  readonly recovery: { readonly delivery: Delivery; readonly lifetimeHours: number }
  /**
   * The code with which a user chooses a new secret code (docs/features.md, row 17), and after how
   * many wrong tries it is dead.
   */
  readonly resetCode: {
    readonly delivery: 'mail' | 'show'
    readonly lifetimeMinutes: number
    readonly format: GeneratedCodeFormat
    readonly tries: number
  }
  /**
   * The form of secret codes, and after how many wrong tries in a row one is blocked until it is
   * reset (docs/features.md, row 17).
   */
  readonly secretCode: { readonly format: CodeFormat; readonly tries: number }
  /**
   * Passwords: the minimum number of characters when they are the only factor and when MFA is used
   * too (SP 800-63B-4 §3.1.1.2); how long a temporary one is valid; and after how many days one
   * must be changed (null: never, as the same section recommends).
   */
  readonly passwords: {
    readonly minimumAlone: number
    readonly minimumBesideFactor: number
    readonly temporaryHours: number
    readonly expireAfterDays: number | null
  }
}

/** The policy of a host that says nothing. */
export const defaultPolicy: Policy = {
  userNameBoundary: 'organization',
  levels: ['Platform', 'Distributor', 'Partner', 'Tenant'],
  failedSignIns: { threshold: 5, windowSeconds: 15 * 60, lockSeconds: null },
  authenticators: { limits: {}, inactivityLockDays: null },
  inactivityLockDays: null,
  dormantAfterDays: 90,
  expiringWithinDays: 30,
  idempotencyKeyHours: 24,
  restoreDays: 30,
  activation: { delivery: 'mail', lifetimeHours: 7 * 24 },
  enrolment: { delivery: 'mail', lifetimeHours: 24 },
  recovery: { delivery: 'mail', lifetimeHours: 24 },
  resetCode: { delivery: 'show', lifetimeMinutes: 15, format: 'pin8', tries: 3 },
  secretCode: { format: secretCodeFormats.pin6, tries: 3 },
  passwords: {
    minimumAlone: 15,
    minimumBesideFactor: 8,
    temporaryHours: 24,
    expireAfterDays: null,
  },
}

/** The boundary of the policy for a user of this organization, as stores know it. */
export function userNameBoundaryOf(policy: Policy, organizationId: string): string {
  return policy.userNameBoundary === 'organization' ? organizationId : 'roster'
}

/** The host's name for a depth in the tree. */
export function levelName(policy: Policy, depth: number): string {
  return policy.levels[Math.min(depth, policy.levels.length - 1)] ?? ''
}
