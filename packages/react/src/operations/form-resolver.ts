import { parseInput, type InputIssue, type Operation, type OperationError } from '@rosterkit/core/browser'
import type { FieldErrors, FieldPath, FieldValues, Resolver, UseFormSetError } from 'react-hook-form'

/**
 * Judges a form by an operation's own input schema, so the screen and the server say the same.
 * @param toInput Makes the operation's input of the form's values.
 */
export function operationResolver<Values extends FieldValues>(operation: Operation, toInput: (values: Values) => object): Resolver<Values> {
  return (values) => {
    const parsed = parseInput(operation.input, toInput(values))
    return parsed.ok ? { values, errors: {} } : { values: {}, errors: nested(parsed.issues) as FieldErrors<Values> }
  }
}

/** Puts a server's refusal beside the fields it names; gives back false when it names none, so that the form shows it as a whole. */
export function applyRefusal<Values extends FieldValues>(error: OperationError, fields: readonly FieldPath<Values>[], setError: UseFormSetError<Values>): boolean {
  const issues = error.failure.code === 'invalid_input' ? error.failure.details.issues : error.failure.code === 'user_name_taken' ? [{ path: 'userName', code: error.code, message: error.message }] : []
  let first = true
  for (const issue of issues) {
    const field = fields.find((name) => issue.path === name || issue.path.startsWith(`${name}.`))
    if (!field) continue
    setError(field, { type: issue.code, message: issue.message }, { shouldFocus: first })
    first = false
  }
  return !first
}

function nested(issues: readonly InputIssue[]): object {
  const errors: Record<string, unknown> = {}
  for (const issue of issues) {
    const keys = (issue.path || 'root').split('.')
    let at = errors
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>
    at[keys.at(-1)!] ??= { type: issue.code, message: issue.message }
  }
  return errors
}
