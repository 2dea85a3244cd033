import { actorSchema } from '../../kernel/actor.js'
import { lockKinds } from '../locks/lock.js'
import { statuses } from './status-view.js'
import * as z from 'zod/mini'

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
