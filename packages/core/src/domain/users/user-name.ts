import * as z from 'zod/mini'
import { line } from '../../kernel/text.js'

const width = /[\uFF01-\uFFEF]/gu
// PRECIS IdentifierClass (RFC 8264 §4.2): letters, digits, combining marks, and the visible ASCII
// characters. One class, not a choice of two that share letters: that would try every way of
// dividing a long name between them.
const identifier = /^[\x21-\x7E\p{L}\p{M}\p{Nd}]+$/u
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const leftToRight = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u

/**
 * The form by which two usernames are the same: PRECIS UsernameCaseMapped (RFC 8265 §3.3), as RFC
 * 7644 §5 asks for SCIM's `userName`: width mapped, lower case, normal form C. Null when the text
 * is no username: spaces, invisible or compatibility characters, or letters of both writing
 * directions mixed.
 */
export function foldUserName(text: string): string | null {
  if (!text.isWellFormed()) return null
  const folded = text
    .replaceAll(width, (character) => character.normalize('NFKC'))
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
  if (!identifier.test(folded) || ignorable.test(folded) || folded.normalize('NFKC') !== folded)
    return null
  if (rightToLeft.test(folded) && (leftToRight.test(folded) || /^\d/.test(folded))) return null
  return folded
}

/**
 * A username as it may be entered: one line of at most 256 characters that {@link foldUserName}
 * accepts. Kept as typed, compared folded.
 */
export const userNameSchema = line(256).check(
  z.refine((text) => foldUserName(text) !== null, {
    error: 'Use letters, digits and signs such as . _ - @, without spaces.',
  }),
)
