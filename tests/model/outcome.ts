/**
 * A refusal on the way, with the chain in which it is recorded and whom it names there, as subject
 * and, where that is not the caller, as actor.
 */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly chain: string | null = null,
    readonly subjectId: string | null = null,
    readonly actorId: string | null = null,
  ) {
    super(code)
  }
}

/**
 * What a success does: writes the model with what only the real roster can know (ids, links,
 * codes), and says what the answer must hold.
 */
export interface Success {
  /**
   * The chain that the event belongs to, and its subject; functions where they depend on the
   * answer.
   */
  readonly chain?: string | ((value: Answer) => string)
  readonly subjectId?: string | null | ((value: Answer) => string | null)
  /** Who did it, where that is not the caller. */
  readonly actorId?: string | null
  readonly apply?: (value: Answer) => void
  /** Whether it was done before and nothing is done now, which leaves no event. */
  readonly again?: true
  /** What the answer must hold, after `apply`. */
  readonly expect?: () => unknown
}

/** An answer of the real roster, as far as the model takes from it what it cannot know. */
export interface Answer {
  readonly id?: string
  readonly sessionId?: string
  readonly roles?: readonly {
    readonly id: string
    readonly roleId: string
    readonly organization: { readonly id: string }
  }[]
  readonly authenticator?: { readonly id: string }
  readonly activationLink?: { readonly link: string | null } | null
  readonly link?: string | null
  readonly token?: string
  readonly code?: string
  readonly password?: unknown
  readonly secret?: string
  readonly options?: { readonly challenge: string }
}

/**
 * What the model foretells of a call: the refusal, or what follows when the real roster has
 * answered.
 */
export type Prediction =
  | { readonly code: string }
  | { readonly code: null; settle(value: Answer): unknown }

export function later(at: string, seconds: number): string {
  return new Date(Date.parse(at) + seconds * 1000).toISOString()
}
