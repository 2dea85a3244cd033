import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { paragraph } from '../../kernel/text.js'
import type { Handler } from '../../context.js'
import { personaViewSchema } from '../../domain/personas/persona.js'
import { guardType, personaOf, recordPersona } from '../../steps/personas/save-persona.js'

/**
 * Takes a persona from a user. When it was the preferred one, the oldest of the others becomes it
 * (docs/features.md, row 13).
 */
export const removePersona = {
  name: 'personas.remove',
  kind: 'command',
  summary:
    'Removes a persona from a user. If it was preferred, the oldest of the others becomes preferred.',
  permission: 'persona:assign',
  subject: 'user',
  self: 'refused',
  delegable: true,
  event: 'persona.removed',
  input: z.strictObject({
    userId: z.uuid(),
    personaId: z.uuid(),
    reason: z.optional(paragraph(500)),
  }),
  output: personaViewSchema,
  failures: ['grant_exceeds_rights'],
  http: { method: 'POST', path: '/users/{userId}/personas/{personaId}/remove' },
  invalidates: ['personas.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    personaId: '0198f0c0-7e00-7000-8000-000000000007',
  },
} as const satisfies Operation

export const removePersonaHandler: Handler<typeof removePersona> = async (
  context,
  { personaId, reason },
) => {
  const current = personaOf(context, personaId)
  if (!current.ok) return current
  const persona = current.value
  const failure = guardType(context, persona.typeId)
  if (failure) return err(failure)
  await context.tx.personas.remove(persona.userId, persona.id)
  const heir = context.subject.personas.find(({ id }) => id !== persona.id)
  if (persona.preferred && heir)
    await context.tx.personas.update(
      { ...heir, preferred: true, version: heir.version + 1 },
      heir.version,
    )
  return recordPersona(context, persona, null, reason)
}
