import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { endsAfterItBegins } from '../../kernel/validity.js'
import type { Handler } from '../../context.js'
import { personaFields } from '../../domain/personas/persona-fields.js'
import { personaViewSchema, type Persona } from '../../domain/personas/persona.js'
import {
  guardType,
  onlyPreferred,
  personaOf,
  recordPersona,
} from '../../steps/personas/save-persona.js'

/**
 * Changes a persona: preference, validity, scopes, entitlements, all as given (docs/features.md,
 * row 13). The preferred one stays so until another is; making one preferred takes it from the
 * other in the same transaction.
 */
export const updatePersona = {
  name: 'personas.update',
  kind: 'command',
  summary: 'Replaces a persona’s preference, validity, scopes and entitlements.',
  permission: 'persona:assign',
  subject: 'user',
  self: 'refused',
  delegable: true,
  event: 'persona.updated',
  input: z
    .strictObject({ userId: z.uuid(), personaId: z.uuid(), version: z.int(), ...personaFields })
    .check(endsAfterItBegins),
  output: personaViewSchema,
  failures: ['stale_version', 'grant_exceeds_rights'],
  http: { method: 'PATCH', path: '/users/{userId}/personas/{personaId}' },
  invalidates: ['personas.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    personaId: '0198f0c0-7e00-7000-8000-000000000007',
    version: 1,
    preferred: true,
    scopes: ['north', 'south'],
  },
} as const satisfies Operation

export const updatePersonaHandler: Handler<typeof updatePersona> = async (
  context,
  { userId: _, personaId, version, ...fields },
) => {
  const current = personaOf(context, personaId)
  if (!current.ok) return current
  const before = current.value
  const failure = guardType(context, before.typeId)
  if (failure) return err(failure)
  const next: Persona = {
    ...before,
    ...fields,
    preferred: fields.preferred || before.preferred,
    version: before.version + 1,
  }
  if (version !== before.version || (await context.tx.personas.update(next, version)) === 'stale')
    return err({ code: 'stale_version', details: { expected: version, actual: before.version } })
  if (next.preferred) await onlyPreferred(context, context.subject.personas, next.id)
  return recordPersona(context, before, next)
}
