import * as z from 'zod/mini'
import type { Operation } from '../../kernel/operation.js'
import { ok } from '../../kernel/result.js'
import { instantInput } from '../../kernel/validity.js'
import type { Handler } from '../../context.js'
import { personaViewSchema, viewPersona } from '../../domain/personas/persona.js'

/**
 * Lists a user's personas with scopes and entitlements, as they stand now or at another instant
 * (docs/features.md, rows 13 and 29).
 */
export const listPersonas = {
  name: 'personas.list',
  kind: 'query',
  summary: 'Lists a user’s personas with scopes and entitlements, as of now or another instant.',
  permission: 'persona:read',
  subject: 'user',
  delegable: true,
  input: z.strictObject({ userId: z.uuid(), asOfAt: z.optional(instantInput) }),
  output: z.object({
    items: z.array(personaViewSchema),
    types: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        description: z.string(),
        delegates: z.boolean(),
      }),
    ),
  }),
  failures: [],
  http: { method: 'GET', path: '/users/{userId}/personas' },
  example: { userId: '0198f0c0-7e00-7000-8000-000000000001', asOfAt: '2026-03-01T09:00:00Z' },
} as const satisfies Operation

export const listPersonasHandler: Handler<typeof listPersonas> = async (
  { tx, at, subject, personaTypes },
  { asOfAt = at },
) => {
  const personas = await tx.personas.ofUsers([subject.user.id])
  return ok({
    items: personas.map((persona) => viewPersona(persona, personaTypes, asOfAt)),
    types: [...personaTypes.values()].map(({ id, name, description = '', delegation }) => ({
      id,
      name,
      description,
      delegates: delegation !== undefined,
    })),
  })
}
