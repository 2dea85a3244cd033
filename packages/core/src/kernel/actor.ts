import * as z from 'zod/mini'

/**
 * Who did something, kept as they were called at the time: a person, the host's own code
 * (`system`), or nobody who could be told (`anonymous`).
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
