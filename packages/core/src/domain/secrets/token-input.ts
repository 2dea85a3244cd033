import * as z from 'zod/mini'

/**
 * What a link carries behind its `#`. Anything that could not be one is as unusable as one that is
 * over.
 */
export const tokenInput = z
  .string()
  .check(z.maxLength(200, { error: 'This is not the whole link. Copy it again.' }))

/** A token for the documentation's examples; it opens nothing. */
export const exampleToken = 'AZjwwH4AcACAAAAAAAAAAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
