import type { UserView } from '@rosterkit/core/browser'
import { useCallback, useEffect, useState } from 'react'
import { useDecisionWords } from '../messages/decision-words.js'
import { mergeMessages, useMessages } from '../messages/messages-provider.js'
import { loadPart, partOf } from '../messages/part-of.js'
import { useUserPageLoader } from '../messages/user-page-messages.js'
import type { MenuEntry } from '../ui/menu.js'
import type { UserMenuActs, userMenu } from './user-actions.js'

/**
 * The menu of each row. What may be done to whom, and its words, are fetched after the table
 * itself; a menu opened before is empty until then.
 */
export function useRowMenu({ onOpen, onAct }: UserMenuActs): (user: UserView) => MenuEntry[] {
  const { userPage: overrides } = useMessages()
  const inWords = useDecisionWords()
  const load = useUserPageLoader()
  const [ready, setReady] = useState<{ menuOf: typeof userMenu; load: typeof load } | null>(null)
  useEffect(() => {
    // A failed fetch leaves the rows, which still open.
    Promise.all([import('./user-actions.js'), loadPart(load)])
      .then(([module]) => {
        setReady({ menuOf: module.userMenu, load })
        module.preloadActDialogs()
      })
      .catch(() => undefined)
  }, [load])
  return useCallback(
    (user) => {
      if (!ready) return []
      const { acts } = mergeMessages(partOf(ready.load), overrides)
      return ready.menuOf(user, acts, inWords, { onOpen, onAct })
    },
    [ready, overrides, inWords, onOpen, onAct],
  )
}
