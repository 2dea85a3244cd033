import { english, type Language } from '@rosterkit/react'
import { ar } from '@rosterkit/react/messages/ar'
import { de } from '@rosterkit/react/messages/de'
import { es } from '@rosterkit/react/messages/es'
import { fr } from '@rosterkit/react/messages/fr'
import { ja } from '@rosterkit/react/messages/ja'
import { loadPart } from '../packages/react/src/messages/part-of.ts'
import { pseudo } from './pseudo-language.ts'

/** What the toolbar's Language chooses from. */
export const languages: Readonly<Record<string, Language>> = {
  en: english,
  de,
  fr,
  es,
  ja,
  ar,
  pseudo,
}

/** The language that the toolbar chose. */
export const languageOf = (globals: Readonly<Record<string, unknown>>): Language =>
  languages[String(globals['language'])] ?? english

/** Stories show parts on their own, outside the `Suspense` that waits for their words. */
export async function wordsOf({
  globals,
}: {
  readonly globals: Readonly<Record<string, unknown>>
}): Promise<object> {
  const { userPage, redeem, transfer } = languageOf(globals)
  await Promise.all([loadPart(userPage), loadPart(redeem), loadPart(transfer)])
  return {}
}

/** What the toolbar's Direction says; `by language` is the language's own. */
export type Direction = 'by language' | 'ltr' | 'rtl'

/** The direction of a story. */
export const directionOf = (chosen: Direction, language: Language) =>
  chosen === 'by language' ? language.direction : chosen
