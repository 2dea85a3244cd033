import { useMemo } from 'react'
import { redeem, type RedeemMessages } from './en-redeem.js'
import { mergeMessages, useMessages } from './messages-provider.js'

/** The words in force on the pages that links lead to: the host's own, and English for the rest. Apart from {@link useMessages}, so that only those pages bring them. */
export function useRedeemMessages(): RedeemMessages {
  const { redeem: theirs } = useMessages()
  return useMemo(() => mergeMessages(redeem, theirs), [theirs])
}
