import * as z from 'zod/mini'
import { changeSchema, subjectSchema } from './change.js'
import { refusalSchema } from './failure.js'

const plannedSchema = z.object({
  planned: z.literal(true),
  /** The command that would run; null if nothing would change. */
  operation: z.nullable(z.string()),
  /** The id of something that would be created is no one's: the command itself makes another. */
  subject: z.nullable(subjectSchema),
  /** What the audit would record: each field with its value now and then. */
  changes: z.array(changeSchema),
  /** How many open sessions would end. */
  sessionsEnded: z.number(),
})

/**
 * What a command would do, found out by carrying it out and taking everything back (features row
 * 30).
 */
export const planSchema = z.object({
  /** Sent with the command, which then runs only if the plan still applies. Opaque. */
  plan: z.string(),
  /**
   * One for each user of a bulk command or record of an import, in the order in which they were
   * named; otherwise the one that the command is about.
   */
  items: z.array(
    z.discriminatedUnion('planned', [
      plannedSchema,
      z.extend(refusalSchema, { planned: z.literal(false), userId: z.nullable(z.string()) }),
    ]),
  ),
})

/** What a command would do. */
export type Plan = z.infer<typeof planSchema>

/** One item of a plan. */
export type PlanItem = Plan['items'][number]
