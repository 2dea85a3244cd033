import * as z from 'zod/mini'

export const changeSchema = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })

/** One field that a command changes, with its value before and after. */
export type Change = z.infer<typeof changeSchema>

/** What something was done to, by id and under the name it had at the time. */
export const subjectSchema = z.object({ kind: z.string(), id: z.string(), label: z.string() })
