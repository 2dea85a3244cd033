import * as z from 'zod/mini'
import { actorSchema } from '../../kernel/actor.js'
import { lockKinds } from '../locks/lock.js'

// Apart from how a status comes about, which a page that only shows it need not bring.
/**
 * Every effective status, in order of precedence: the first that applies is the one shown (features
 * row 26).
 */
export const statuses = [
  'DELETED',
  'DEACTIVATED',
  'NOT_YET_VALID',
  'NO_LONGER_VALID',
  'LOCKED_BY_ORGANIZATION',
  'LOCKED_BY_ADMIN',
  'AUTO_LOCKED',
  'STAGED',
  'PROVISIONED',
  'RECOVERY',
  'AWAITING_NEW_PASSWORD',
  'ACTIVE',
] as const

/** One effective status; see {@link statuses}. */
export type Status = (typeof statuses)[number]

const reasonSchema = z.object({
  status: z.enum(statuses),
  actor: z.nullable(actorSchema),
  reason: z.nullable(z.string()),
  lockKind: z.nullable(z.enum(lockKinds)),
  organization: z.nullable(z.object({ id: z.string(), name: z.string() })),
  sinceAt: z.nullable(z.string()),
  untilAt: z.nullable(z.string()),
})

export const explanationSchema = z.object({
  status: z.enum(statuses),
  reasons: z.array(reasonSchema),
  nextChangeAt: z.nullable(z.string()),
})

/** An explanation as it travels. */
export function viewExplanation({
  status,
  reasons,
  nextChangeAt,
}: Readonly<Omit<z.infer<typeof explanationSchema>, 'reasons'>> & {
  readonly reasons: readonly z.infer<typeof reasonSchema>[]
}): z.infer<typeof explanationSchema> {
  return { status, reasons: [...reasons], nextChangeAt }
}
