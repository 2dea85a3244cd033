import type { Instant } from '../../kernel/clock.js'
import { covers } from '../../kernel/period.js'
import type { Persona, PersonaCatalogue } from './persona.js'

/**
 * Whether a delegated administrator may manage a persona of this type for a user (docs/features.md,
 * row 14). One of their own personas in force must delegate that type and share a scope with a
 * persona of the user, from the first instant of its validity until just before its end. Delegation
 * itself can't be delegated: a type that makes administrators is only assigned by role.
 * @param typeId The type to manage; null asks whether they may manage any.
 */
export function delegates(
  own: readonly Persona[],
  others: readonly Persona[],
  typeId: string | null,
  catalogue: PersonaCatalogue,
  at: Instant,
): boolean {
  if (typeId !== null && catalogue.get(typeId)?.delegation) return false
  const scopesOfOther = new Set(others.flatMap(({ scopes }) => scopes))
  return own.some((persona) => {
    const delegation = catalogue.get(persona.typeId)?.delegation
    if (!delegation || !covers(persona.validFromAt, persona.validUntilAt, at)) return false
    if (
      typeId !== null &&
      delegation.personaTypes !== 'all' &&
      !delegation.personaTypes.includes(typeId)
    )
      return false
    return persona.scopes.some((scope) => scopesOfOther.has(scope))
  })
}
