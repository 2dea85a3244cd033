import type { UserView } from '@rosterkit/core/browser'
import { useMemo } from 'react'
import { useMessages } from '../messages/messages-provider.js'
import type { MenuEntry } from '../ui/menu.js'

/** The acts on a person that open a dialog. */
export const userActs = ['activate', 'lock', 'unlock', 'deactivate', 'reactivate', 'restore', 'resetAuthenticators', 'endSessions', 'delete'] as const

/** One act on a person that opens a dialog. */
export type UserAct = (typeof userActs)[number]

const icons = { activate: 'play', lock: 'lock', unlock: 'unlock', deactivate: 'pause', reactivate: 'play', restore: 'refresh', resetAuthenticators: 'key', endSessions: 'sign-out', delete: 'trash' } as const

const operationOf = (act: UserAct | 'update') => (act === 'resetAuthenticators' ? 'authenticators.reset' : act === 'endSessions' ? 'sessions.endAll' : `users.${act}`)

/** Codes that say that an act is pointless in this state; of such a pair only the other one is worth showing. */
const pointless = new Set(['already_activated', 'already_locked', 'not_locked', 'already_deactivated', 'not_deactivated', 'already_deleted', 'not_deleted', 'user_deleted'])

/** Which acts make sense for a person in their state: of each pair the one that would change something. */
export function actsFor(user: UserView): UserAct[] {
  return userActs.filter((act) => {
    const decision = user.can[operationOf(act)]
    // Whoever is deleted has nothing left to clear.
    if (user.status.status === 'DELETED' && (act === 'resetAuthenticators' || act === 'endSessions')) return false
    if (!decision || decision.allowed || !pointless.has(decision.code)) return decision !== undefined && !(act === 'lock' && user.can['users.unlock']?.allowed)
    return false
  })
}

/** Why an act is refused for this person; undefined when it is not. */
export function refusalOf(user: UserView, act: UserAct | 'update'): string | undefined {
  const decision = user.can[operationOf(act)]
  return decision && !decision.allowed ? decision.detail : undefined
}

/** The menu of a person, in the same order everywhere: open, the acts, and the one that destroys last behind a rule. */
export function useUserMenu({ onOpen, onAct }: { readonly onOpen?: ((user: UserView) => void) | undefined; readonly onAct: (act: UserAct, user: UserView) => void }): (user: UserView) => MenuEntry[] {
  const { users } = useMessages()
  return useMemo(
    () => (user) => {
      const acts = actsFor(user)
      const entry = (act: UserAct): MenuEntry => ({ id: act, label: users.menu[act], icon: icons[act], ...(act === 'delete' ? { tone: 'danger' as const } : {}), disabledReason: refusalOf(user, act), onSelect: () => onAct(act, user) })
      const ordinary = acts.filter((act) => act !== 'delete').map(entry)
      return [...(onOpen ? [{ id: 'view', label: users.menu.view, icon: 'edit' as const, onSelect: () => onOpen(user) }] : []), ...ordinary, ...(acts.includes('delete') ? ['separator' as const, entry('delete')] : [])]
    },
    [users, onOpen, onAct],
  )
}
