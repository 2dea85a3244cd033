import * as z from 'zod/mini'
import { failureSentence, type Failure, type FailureCode } from './failure.js'

/**
 * The answer to “may I?”: yes, or no with the refusal that the command itself would give.
 * The server enforces it and screens grey the button with its sentence (docs/features.md, row 28).
 */
export type Decision<C extends FailureCode = FailureCode> =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly failure: Failure<C> }

/** Yes. */
export const allowed: Decision<never> = { allowed: true }

/** No, and why. */
export function denied<C extends FailureCode>(failure: Failure<C>): Decision<C> {
  return { allowed: false, failure }
}

/**
 * How a decision travels in a response: `can: { 'users.lock': { allowed: false, code, detail } }`,
 * where `detail` is the sentence to show.
 */
export const decisionSchema = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true) }),
  z.object({
    allowed: z.literal(false),
    code: z.string(),
    detail: z.string(),
    details: z.optional(z.record(z.string(), z.unknown())),
  }),
])

/** A decision in a response. */
export type DecisionView = z.infer<typeof decisionSchema>

/** A decision as it travels: the code, and the sentence for the caller. */
export function viewDecision(decision: Decision): DecisionView {
  if (decision.allowed) return { allowed: true }
  const { code, details } = decision.failure
  return {
    allowed: false,
    code,
    detail: failureSentence(decision.failure),
    ...(details ? { details } : {}),
  }
}
