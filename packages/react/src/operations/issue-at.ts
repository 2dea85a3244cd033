import type { OperationError } from '@rosterkit/core/browser'

/**
 * What the server says of one field of the input, or of a part of it; undefined for a refusal about
 * anything else.
 */
export function issueAt(error: OperationError | null, field: string): string | undefined {
  return error?.failure.code === 'invalid_input'
    ? error.failure.details.issues.find(
        ({ path }) => path === field || path.startsWith(`${field}.`),
      )?.message
    : undefined
}
