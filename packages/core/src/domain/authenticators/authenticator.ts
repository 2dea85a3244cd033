import * as z from 'zod/mini'
import { actorSchema, type Actor } from '../../kernel/actor.js'
import type { Instant } from '../../kernel/clock.js'
import type { OwnedRecord } from '../stores/owned-record-store.js'
import { authenticatorLifecycle, type AuthenticatorState } from './authenticator-lifecycle.js'

/**
 * What kinds of authenticator there are: an app with a secret code, security keys (FIDO2, U2F),
 * one-time passwords, and those kept elsewhere.
 */
export const authenticatorTypes = ['app', 'fido2', 'u2f', 'totp', 'external'] as const

/** One kind of authenticator. */
export type AuthenticatorType = (typeof authenticatorTypes)[number]

export const authenticatorDetailsSchema = z.strictObject({
  os: z.optional(z.string().check(z.maxLength(100))),
  browser: z.optional(z.string().check(z.maxLength(100))),
  model: z.optional(z.string().check(z.maxLength(100))),
  aaguid: z.optional(z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))),
})

/**
 * Something with which a user proves their identity. Revoked ones are kept, with when and by whom
 * (SP 800-63B-4 §4.1).
 */
export interface Authenticator extends OwnedRecord {
  readonly type: AuthenticatorType
  /** The name that the user gave the device. */
  readonly name: string
  readonly state: AuthenticatorState
  readonly stateSinceAt: Instant
  readonly stateActor: Actor
  readonly stateReason: string | null
  readonly registeredAt: Instant
  readonly lastUsedAt: Instant | null
  /** When it is locked unless it is used before; null never. */
  readonly inactivityLockAt: Instant | null
  readonly details: {
    readonly os?: string | undefined
    readonly browser?: string | undefined
    readonly model?: string | undefined
    readonly aaguid?: string | undefined
  }
}

const states = Object.keys(authenticatorLifecycle) as [AuthenticatorState, ...AuthenticatorState[]]

export const authenticatorViewSchema = z.object({
  id: z.string(),
  version: z.number(),
  type: z.enum(authenticatorTypes),
  name: z.string(),
  /**
   * The state in effect: an authenticator that has not been used for the policy's time counts as
   * locked by an administrator.
   */
  state: z.enum(states),
  stateSinceAt: z.string(),
  stateActor: actorSchema,
  stateReason: z.nullable(z.string()),
  registeredAt: z.string(),
  lastUsedAt: z.nullable(z.string()),
  details: z.extend(authenticatorDetailsSchema, {
    /** The product that the AAGUID stands for, if it is known. */
    product: z.optional(z.string()),
  }),
})

/** An authenticator as callers see it. */
export type AuthenticatorView = z.infer<typeof authenticatorViewSchema>

/**
 * The state in effect at an instant: idle for too long is a lock that only an administrator lifts.
 */
export function stateAt(authenticator: Authenticator, at: Instant): AuthenticatorState {
  const idle = authenticator.inactivityLockAt !== null && at >= authenticator.inactivityLockAt
  return idle && (authenticator.state === 'active' || authenticator.state === 'locked_by_user')
    ? 'locked_by_administrator'
    : authenticator.state
}

/** Shows an authenticator; `productOf` names products by AAGUID. */
export function viewAuthenticator(
  {
    id,
    version,
    type,
    name,
    registeredAt,
    lastUsedAt,
    stateSinceAt,
    stateActor,
    stateReason,
    details,
    ...rest
  }: Authenticator,
  at: Instant,
  productOf: (aaguid: string) => string | undefined,
): AuthenticatorView {
  const product = details.aaguid === undefined ? undefined : productOf(details.aaguid)
  const state = stateAt(
    {
      id,
      version,
      type,
      name,
      registeredAt,
      lastUsedAt,
      stateSinceAt,
      stateActor,
      stateReason,
      details,
      ...rest,
    },
    at,
  )
  const idle = state !== rest.state
  return {
    id,
    version,
    type,
    name,
    state,
    stateSinceAt: idle ? rest.inactivityLockAt! : stateSinceAt,
    stateActor: idle ? { kind: 'system', id: null, label: 'The system' } : stateActor,
    stateReason: idle ? 'Not used for too long.' : stateReason,
    registeredAt,
    lastUsedAt,
    details: { ...details, ...(product ? { product } : {}) },
  }
}
