import type { Handler } from '../../context.js'
import { personaFields } from '../../domain/personas/persona-fields.js'
import { personaViewSchema, type Persona } from '../../domain/personas/persona.js'
import type { User } from '../../domain/users/user.js'
import type { Failure } from '../../kernel/failure.js'
import type { Operation } from '../../kernel/operation.js'
import { err } from '../../kernel/result.js'
import { endsAfterItBegins } from '../../kernel/validity.js'
import { guardType, onlyPreferred, recordPersona } from '../../steps/personas/save-persona.js'
import * as z from 'zod/mini'

/**
 * Gives a user a persona from the host's catalog, with validity, scopes and entitlements (row
 * 13). Their first one is preferred in any case. Also open to delegated administrators, for the
 * types and scopes that their own persona covers (docs/features.md, row 14).
 */
export const assignPersona = {
  name: 'personas.assign',
  kind: 'command',
  summary:
    'Assigns a user a persona from the host’s catalog, with validity, scopes and entitlements.',
  permission: 'persona:assign',
  subject: 'user',
  self: 'refused',
  delegable: true,
  event: 'persona.assigned',
  possible: ({ lifecycle }: User): Failure | null =>
    lifecycle.state === 'deleted' ? { code: 'user_deleted' } : null,
  input: z
    .strictObject({ userId: z.uuid(), typeId: z.string().check(z.maxLength(64)), ...personaFields })
    .check(endsAfterItBegins),
  output: personaViewSchema,
  failures: ['persona_already_given', 'grant_exceeds_rights', 'user_deleted'],
  http: { method: 'POST', path: '/users/{userId}/personas', creates: true },
  invalidates: ['personas.list'],
  example: {
    userId: '0198f0c0-7e00-7000-8000-000000000001',
    typeId: 'employee',
    scopes: ['north'],
    entitlements: [{ kind: 'subscription', value: 'gold' }],
  },
} as const satisfies Operation

export const assignPersonaHandler: Handler<typeof assignPersona> = async (
  context,
  { userId: _, typeId, ...fields },
) => {
  const { tx, newId, subject, personaTypes } = context
  const failure = guardType(context, typeId)
  if (failure) return err(failure)
  const { user, personas } = subject
  const persona: Persona = {
    id: newId(),
    userId: user.id,
    userOrganizationId: user.organizationId,
    version: 1,
    key: typeId,
    typeId,
    ...fields,
    preferred: fields.preferred || personas.length === 0,
  }
  if ((await tx.personas.insert(persona)) === 'exists')
    return err({
      code: 'persona_already_given',
      details: { persona: personaTypes.get(typeId)!.name },
    })
  if (persona.preferred) await onlyPreferred(context, personas, persona.id)
  return recordPersona(context, null, persona)
}
