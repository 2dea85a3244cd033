import type { MailWords } from './mail-words/mail-words.js'

/**
 * A sentence whose names are still apart from its words, because each part sets them off in its own
 * way.
 */
export interface Sentence {
  readonly words: string
  readonly names: Readonly<Record<string, string>>
}

/** The words and, at odd places, the names between them; a brace in a name is never read again. */
export const piecesOf = ({ words, names }: Sentence): readonly string[] =>
  words.split(/\{(\w+)\}/).map((piece, place) => (place % 2 === 0 ? piece : (names[piece] ?? '')))

/**
 * The sentence in plain text.
 * @param direction Of the words around; null for a subject, where isolates would show as boxes in
 *   some mail programs.
 */
export const inText = (sentence: Sentence, direction: MailWords['direction'] | null): string =>
  piecesOf(sentence)
    .map((piece, place) =>
      place % 2 === 0 || direction === null ? piece : isolated(piece, direction),
    )
    .join('')

const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/**
 * A name as plain text: within U+2068 and U+2069 only where directions mix (UAX #9), and never
 * around a plain username or address: users copy it, and a sign-in form refuses the invisible.
 */
export function isolated(value: string, direction: MailWords['direction']): string {
  const fits =
    direction === 'ltr'
      ? !rightToLeft.test(value)
      : /^[\p{Script=Arabic}\s]*$/u.test(value) ||
        /^[A-Za-z0-9](?:[\x21-\x7E]*[A-Za-z0-9])?$/.test(value)
  return fits ? value : `\u2068${value}\u2069`
}
