import { useMemo } from 'react'
import type { TransferMessages } from './en-transfer.js'
import { mergeMessages, useLanguage, useMessages } from './messages-provider.js'
import { partOf } from './part-of.js'

/** The English words of imports and exports. */
export const inEnglish = () => import('./en-transfer.js').then(({ transfer }) => transfer)

/**
 * The words in force in an import or export: the host's own over those of the language. Apart from
 * {@link useMessages}, so that only they wait for them.
 */
export function useTransferMessages(): TransferMessages {
  const words = partOf(useLanguage()?.transfer ?? inEnglish)
  const { transfer: theirs } = useMessages()
  return useMemo(() => mergeMessages(words, theirs), [words, theirs])
}
