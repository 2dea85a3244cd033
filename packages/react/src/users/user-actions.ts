import type { DecisionView, UserView } from '@rosterkit/core/browser'
import { actGroups } from '../acts/act.js'
import { acts, userActs, type UserAct } from '../acts/acts.js'
import type { ActsWords } from '../messages/act-words.js'
import type { MenuEntry } from '../ui/menu.js'

/**
 * Codes that say that an act is pointless in this state, or that the portal has no use for it; then
 * only the other acts are worth showing.
 */
const pointless = new Set([
  'already_activated',
  'already_locked',
  'not_locked',
  'already_deactivated',
  'not_deactivated',
  'already_deleted',
  'not_deleted',
  'user_deleted',
  'invalid_transition',
  'not_configured',
])

/**
 * Which acts make sense for a user in their state: of each pair the one that would change
 * something.
 */
export function actsFor(user: UserView): UserAct[] {
  return userActs.filter((name) => {
    const { resolves, pointlessWhen, hiddenWhile } = acts[name]
    if (pointlessWhen?.includes(user.status.status)) return false
    // The server answers a caller without the permission before it looks at the state.
    if (resolves && !user.status.reasons.some(({ status }) => resolves.includes(status)))
      return false
    const decision = decisionOn(user, name)
    if (!decision) return false
    if (!decision.allowed && pointless.has(decision.code)) return false
    return !(hiddenWhile && user.can[hiddenWhile.name]?.allowed)
  })
}

/**
 * Whether the act is allowed on this user, as the server decided; undefined where it did not say.
 */
export function decisionOn(user: UserView, name: UserAct): DecisionView | undefined {
  const decisions = acts[name].commands.map((command) => user.can[command.name])
  return decisions.find((decision) => decision?.allowed) ?? decisions[0]
}

/**
 * What a menu does: opens a user, where there is somewhere to open them, and asks before an act.
 */
export interface UserMenuActs {
  readonly onOpen?: ((user: UserView) => void) | undefined
  readonly onAct: (act: UserAct, user: UserView) => void
}

/**
 * The menu of a user, in the same order everywhere: open, then the acts by group, each behind a
 * separator.
 */
export function userMenu(
  user: UserView,
  words: ActsWords,
  inWords: (decision: DecisionView | undefined) => string | undefined,
  { onOpen, onAct }: UserMenuActs,
): MenuEntry[] {
  const offered = actsFor(user)
  const entry = (name: UserAct): MenuEntry => ({
    id: name,
    label: words[name].menu,
    icon: acts[name].icon,
    ...(acts[name].group === 'destroy' ? { tone: 'danger' as const } : {}),
    disabledReason: inWords(decisionOn(user, name)),
    onSelect: () => onAct(name, user),
  })
  const [first, ...rest] = actGroups.map((group) =>
    offered.filter((name) => acts[name].group === group).map(entry),
  )
  const open: MenuEntry[] = onOpen
    ? [{ id: 'view', label: words.view.menu, icon: 'edit', onSelect: () => onOpen(user) }]
    : []
  return [[...open, ...(first ?? [])], ...rest]
    .filter(({ length }) => length > 0)
    .flatMap((entries, index): MenuEntry[] => (index === 0 ? entries : ['separator', ...entries]))
}

/** Fetches the code of the acts' own dialogs while the page is idle. */
export function preloadActDialogs() {
  for (const name of userActs) acts[name].dialog?.preload()
}
