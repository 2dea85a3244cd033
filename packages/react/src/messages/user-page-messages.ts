import { useMemo } from 'react'
import { userPage, type UserPageMessages } from './en-user-page.js'
import { mergeMessages, useMessages } from './messages-provider.js'

/** The words in force on a person's page: the host's own, and English for the rest. Apart from {@link useMessages}, so that only the page brings them. */
export function useUserPageMessages(): UserPageMessages {
  const { userPage: theirs } = useMessages()
  return useMemo(() => mergeMessages(userPage, theirs), [theirs])
}
