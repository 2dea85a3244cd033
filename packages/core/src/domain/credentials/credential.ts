import type { OwnedRecord } from '../stores/owned-record-store.js'
import type { Instant } from '../../kernel/clock.js'

/**
 * By what the roster recognises a password, a secret code or an authenticator again. Apart from
 * what screens show, so that no view and no audit event can carry it. The `key` is `password`,
 * `secret_code`, or the id of the authenticator.
 */
export interface Credential extends OwnedRecord {
  readonly material:
    | PasswordMaterial
    | SecretCodeMaterial
    | SecurityKeyMaterial
    | OneTimePasswordMaterial
}

/** A password, hashed. */
export interface PasswordMaterial {
  readonly kind: 'password'
  readonly hash: string
  /** Whether it was made up by the roster and is good for one sign-in. */
  readonly temporary: boolean
  readonly setAt: Instant
  readonly expiresAt: Instant | null
}

/** A secret code, hashed, and how often in a row it was entered wrongly. */
export interface SecretCodeMaterial {
  readonly kind: 'secret_code'
  readonly hash: string
  readonly setAt: Instant
  readonly wrongTries: number
}

/** A security key's public half. */
export interface SecurityKeyMaterial {
  readonly kind: 'security_key'
  readonly credentialId: string
  readonly publicKey: string
  readonly signCount: number
  readonly transports: readonly string[]
  readonly attestation: string
  readonly backedUp: boolean
}

/**
 * What an authenticator app shares with the roster, sealed with the host's key; and the last time
 * step whose code was used.
 */
export interface OneTimePasswordMaterial {
  readonly kind: 'totp'
  readonly sealed: string
  readonly lastStep: number
  readonly wrongTries: number
}

/** The keys of the credentials of which everyone has at most one. */
export const passwordKey = 'password'
export const secretCodeKey = 'secret_code'

/** The factors that a user can register by themself, and that the roster can judge. */
export const ownFactors = ['security_key', 'totp', 'secret_code'] as const
