import type { Failure, FailureCode } from '@rosterkit/core/browser'

/**
 * The words of each refusal: a short title, and what to do next, which may name what the refusal is
 * about.
 */
export type FailureMessages = {
  [C in FailureCode]: { title: string; text: string | ((details: DetailsOf<C>) => string) }
}

type DetailsOf<C extends FailureCode> = NonNullable<Failure<C>['details']>
