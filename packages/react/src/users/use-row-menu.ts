import type { UserView } from '@rosterkit/core/browser'
import { useCallback, useEffect, useState } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import { useDecisionWords } from '../messages/decision-words.js'
import type { MenuEntry } from '../ui/menu.js'
import type { UserMenuActs, userMenu } from './user-actions.js'

/**
 * The menu of each row. What may be done to whom is fetched after the table itself; a menu opened
 * before is empty until then.
 */
export function useRowMenu({ onOpen, onAct }: UserMenuActs): (user: UserView) => MenuEntry[] {
  const { users } = useMessages()
  const inWords = useDecisionWords()
  const [menuOf, setMenuOf] = useState<typeof userMenu | null>(null)
  useEffect(() => {
    // A failed fetch leaves the rows, which still open.
    void import('./user-actions.js')
      .then((module) => setMenuOf(() => module.userMenu))
      .catch(() => undefined)
  }, [])
  return useCallback(
    (user) => menuOf?.(user, users.menu, inWords, { onOpen, onAct }) ?? [],
    [menuOf, users, inWords, onOpen, onAct],
  )
}
