/**
 * Ends the judgement of an answer. The message is a sentence for the person who holds the key;
 * never leaves this folder.
 */
export class Refused extends Error {
  override readonly name = 'Refused'
}

/** The sentences of those refusals that come from many places. */
export const reasons = {
  unreadable:
    'The answer of the browser cannot be read. Try again, and if that does not help use another browser.',
  malformed: 'The key sent data that does not follow its standard. Use another key.',
} as const

/** Refuses the answer with a reason. */
export function refuse(reason: string): never {
  throw new Refused(reason)
}
