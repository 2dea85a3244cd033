import type { Policy } from '../policy.js'
import type { InputIssue } from '../../kernel/failure.js'

/** What is wrong with a new secret code; null if it has the policy's form. */
export function secretCodeIssue(policy: Policy, secretCode: string): InputIssue | null {
  const message = policy.secretCode.format.objection(secretCode)
  return message === null ? null : { path: 'secretCode', code: 'not_in_form', message }
}
