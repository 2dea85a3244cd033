import type { Environment } from '../../context.js'
import type { InputIssue } from '../../kernel/failure.js'

export function secretCodeIssue(
  policy: Environment['policy'],
  secretCode: string,
): InputIssue | null {
  const message = policy.secretCode.format.objection(secretCode)
  return message === null ? null : { path: 'secretCode', code: 'not_in_form', message }
}
