import { useMemo } from 'react'
import type { UserPageMessages } from './en-user-page.js'
import { mergeMessages, useLanguage, useMessages } from './messages-provider.js'
import { partOf } from './part-of.js'

/** The English words of a person's page. */
export const inEnglish = () => import('./en-user-page.js').then(({ userPage }) => userPage)

/**
 * The words in force on a person's page: the host's own over those of the language. Apart from
 * {@link useMessages}, so that only the page waits for them.
 */
export function useUserPageMessages(): UserPageMessages {
  const words = partOf(useUserPageLoader())
  const { userPage: theirs } = useMessages()
  return useMemo(() => mergeMessages(words, theirs), [words, theirs])
}

/** What fetches the words of a person's page in the language in force. */
export const useUserPageLoader = () => useLanguage()?.userPage ?? inEnglish
