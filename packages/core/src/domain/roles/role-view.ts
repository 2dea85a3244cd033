import * as z from 'zod/mini'

// Apart from the roles themselves, so that a page that lists roles does not bring the table of the
// built-in ones.
export const roleViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  permissions: z.array(z.string()),
})

/** A role as callers see it. */
export type RoleView = z.infer<typeof roleViewSchema>
