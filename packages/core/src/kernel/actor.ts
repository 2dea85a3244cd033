import * as z from 'zod/mini'

/**
 * Who did something, under the name they had at the time: a user, the host's own code (`system`),
 * or an unknown caller (`anonymous`).
 */
export const actorSchema = z.object({
  kind: z.enum(['user', 'system', 'anonymous']),
  id: z.nullable(z.string()),
  label: z.string(),
})

/** Who did something; see {@link actorSchema}. */
export type Actor = z.infer<typeof actorSchema>

/** The host's own code. */
export const systemActor: Actor = { kind: 'system', id: null, label: 'The system' }

/** A caller who is not signed in. */
export const anonymousActor: Actor = { kind: 'anonymous', id: null, label: 'Nobody signed in' }
