import * as z from 'zod/mini'
import type { Instant } from '../../kernel/clock.js'
import type { OwnedRecord } from '../stores/owned-record-store.js'
import { covers } from '../../kernel/period.js'
import { line } from '../../kernel/text.js'
import { instantInput } from '../../kernel/validity.js'

/**
 * What a persona of some type may do for others: manage the personas of users with a matching
 * scope.
 */
export interface Delegation {
  /** `all` types of persona (broad), or only these, by id (targeted). */
  readonly personaTypes: 'all' | readonly string[]
}

/** A kind of persona, from the host's catalog: employee, contractor, buyer … */
export interface PersonaType {
  readonly id: string
  readonly name: string
  readonly description?: string
  /** Makes holders delegated administrators (docs/features.md, row 14). */
  readonly delegation?: Delegation
}

/** What a persona brings with it for access decisions of the host's applications. */
export const entitlementKinds = [
  'subscription',
  'permission_set',
  'access_group',
  'application_role',
] as const

export const entitlementSchema = z.strictObject({
  kind: z.enum(entitlementKinds),
  value: line(200),
  validFromAt: z._default(z.nullable(instantInput), null),
  validUntilAt: z._default(z.nullable(instantInput), null),
})

/** One entitlement of a persona, with its own validity. */
export type Entitlement = z.infer<typeof entitlementSchema>

/**
 * A persona of a user: a capacity in which they act, with validity, scopes and entitlements
 * (docs/features.md, row 13).
 */
export interface Persona extends OwnedRecord {
  readonly typeId: string
  /** Used by default. Exactly one of a user's personas is preferred. */
  readonly preferred: boolean
  readonly scopes: readonly string[]
  readonly entitlements: readonly Entitlement[]
  readonly validFromAt: Instant | null
  readonly validUntilAt: Instant | null
}

/** The host's persona types by id. */
export type PersonaCatalogue = ReadonlyMap<string, PersonaType>

export const personaViewSchema = z.object({
  id: z.string(),
  version: z.number(),
  typeId: z.string(),
  typeName: z.string(),
  preferred: z.boolean(),
  scopes: z.array(z.string()),
  entitlements: z.array(z.extend(entitlementSchema, { inForce: z.boolean() })),
  validFromAt: z.nullable(z.string()),
  validUntilAt: z.nullable(z.string()),
  inForce: z.boolean(),
})

/** A persona as callers see it; `inForce` is judged at the instant asked for. */
export type PersonaView = z.infer<typeof personaViewSchema>

/** Shows a persona as of an instant. */
export function viewPersona(
  persona: Persona,
  catalogue: PersonaCatalogue,
  at: Instant,
): PersonaView {
  const { id, version, typeId, preferred, scopes, entitlements, validFromAt, validUntilAt } =
    persona
  const inForce = covers(validFromAt, validUntilAt, at)
  return {
    id,
    version,
    typeId,
    typeName: catalogue.get(typeId)?.name ?? typeId,
    preferred,
    scopes: [...scopes],
    entitlements: entitlements.map((entitlement) => ({
      ...entitlement,
      inForce: inForce && covers(entitlement.validFromAt, entitlement.validUntilAt, at),
    })),
    validFromAt,
    validUntilAt,
    inForce,
  }
}
