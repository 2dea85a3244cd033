import { refusalSchema } from '../kernel/failure.js'
import * as z from 'zod/mini'

export const bulkResultSchema = z.object({
  /** What became of each, in the order in which they were named. */
  items: z.array(
    z.discriminatedUnion('done', [
      z.object({ userId: z.string(), done: z.literal(true) }),
      z.extend(refusalSchema, { userId: z.string(), done: z.literal(false) }),
    ]),
  ),
})

/** What became of each user of a bulk command. */
export type BulkResult = z.infer<typeof bulkResultSchema>
