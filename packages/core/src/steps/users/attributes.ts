import { parseInput } from '../../kernel/input.js'
import { err, ok, type Result } from '../../kernel/result.js'
import type { OperationContext } from '../../context.js'

/**
 * Checks the host's own attributes with the host's schema; a host without one has none. Issues are
 * at `attributes.…`.
 */
export function parseAttributes(
  { attributes: schema }: OperationContext,
  attributes: Record<string, unknown>,
): Result<Record<string, unknown>, 'invalid_input'> {
  if (schema === null) {
    const names = Object.keys(attributes)
    return names.length === 0
      ? ok({})
      : err({
          code: 'invalid_input',
          details: {
            issues: names.map((name) => ({
              path: `attributes.${name}`,
              code: 'unknown_field',
              message: 'This field is not known here. Remove it.',
            })),
          },
        })
  }
  const parsed = parseInput(schema, attributes)
  return parsed.ok
    ? ok(parsed.value)
    : err({
        code: 'invalid_input',
        details: {
          issues: parsed.issues.map((issue) => ({
            ...issue,
            path: issue.path ? `attributes.${issue.path}` : 'attributes',
          })),
        },
      })
}
