import { useMemo } from 'react'
import type { RedeemMessages } from './en-redeem.js'
import { mergeMessages, useLanguage, useMessages } from './messages-provider.js'
import { partOf } from './part-of.js'

/** The English words of the pages that links lead to. */
export const inEnglish = () => import('./en-redeem.js').then(({ redeem }) => redeem)

/**
 * The words in force on the pages that links lead to: the host's own over those of the language.
 * Apart from {@link useMessages}, so that only those pages wait for them.
 */
export function useRedeemMessages(): RedeemMessages {
  const words = partOf(useLanguage()?.redeem ?? inEnglish)
  const { redeem: theirs } = useMessages()
  return useMemo(() => mergeMessages(words, theirs), [words, theirs])
}
