/** How a refusal is put to a user: a short title, and a sentence that says what to do next. */
export interface FailureWords {
  readonly title: string
  readonly sentence: string
}

/**
 * What a client says when the server could not be asked at all, and what the server says of its own
 * faults.
 */
export const unavailableWords: FailureWords = {
  title: 'Not available',
  sentence:
    'The service cannot be reached or failed inside. Nothing was changed; try again in a moment.',
}
