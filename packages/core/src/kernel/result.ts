import type { Failure, FailureCode } from './failure.js'

/** What a command or query returns: a value, or the refusal that explains why there is none. */
export type Result<T, C extends FailureCode = FailureCode> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure<C>; readonly kept?: true }

/** Wraps a value as the successful outcome. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/**
 * Wraps a refusal. The code's details are typed by the failure table, so a missing one does not
 * compile.
 */
export function err<C extends FailureCode>(
  failure: Failure<C>,
): { readonly ok: false; readonly failure: Failure<C> } {
  return { ok: false, failure }
}

/**
 * Wraps a refusal that has left its mark: what was written before it stays, such as a try that
 * counts.
 */
export function errKept<C extends FailureCode>(
  failure: Failure<C>,
): { readonly ok: false; readonly failure: Failure<C>; readonly kept: true } {
  return { ok: false, failure, kept: true }
}
