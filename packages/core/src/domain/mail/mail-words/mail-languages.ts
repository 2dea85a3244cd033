import { ar } from './ar.js'
import { de } from './de.js'
import { en } from './en.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { ja } from './ja.js'
import type { MailWords } from './mail-words.js'

/** The languages in which Rosterkit writes mails. */
export const mailLanguages = { en, de, fr, es, ja, ar } satisfies Record<string, MailWords>

/** One of {@link mailLanguages}. */
export type MailLanguage = keyof typeof mailLanguages

/**
 * The language nearest to a user's tag by the lookup of RFC 4647 §3.4, so `de-CH` is `de`;
 * English for null and for what is not written here.
 */
export function lookUpMailLanguage(tag: string | null): MailLanguage {
  const subtags = (tag ?? '').toLowerCase().split('-')
  while (subtags.length > 0) {
    const shorter = subtags.join('-')
    if (isMailLanguage(shorter)) return shorter
    subtags.pop()
    // A single letter only introduces what has just been cut off.
    if (subtags.at(-1)?.length === 1) subtags.pop()
  }
  return 'en'
}

const isMailLanguage = (tag: string): tag is MailLanguage => Object.hasOwn(mailLanguages, tag)
