import type { DecisionView, Status, UserView } from '@rosterkit/core/browser'
import type { Messages } from '../messages/en.js'
import type { MenuEntry } from '../ui/menu.js'

/**
 * The acts on a person that open a dialog, in the order and groups of the menu: how they stand,
 * what they are and where, how they sign in, and those that destroy.
 */
const groups = [
  ['activate', 'resend', 'lock', 'unlock', 'deactivate', 'reactivate', 'restore'],
  ['changeRole', 'move'],
  [
    'resetPassword',
    'resetCode',
    'enrolmentLink',
    'enrolSecurityKey',
    'requireMfa',
    'resetAuthenticators',
    'endSessions',
  ],
  ['delete', 'purge'],
] as const

/** One act on a person that opens a dialog. */
export type UserAct = (typeof groups)[number][number]

const icons = {
  activate: 'play',
  resend: 'mail',
  lock: 'lock',
  unlock: 'unlock',
  deactivate: 'pause',
  reactivate: 'play',
  restore: 'refresh',
  changeRole: 'users',
  move: 'building',
  resetPassword: 'edit',
  resetCode: 'refresh',
  enrolmentLink: 'link',
  enrolSecurityKey: 'key',
  requireMfa: 'shield',
  resetAuthenticators: 'refresh',
  endSessions: 'sign-out',
  delete: 'trash',
  purge: 'trash',
} as const

/** By which operations an act is allowed whose name does not say it: the first of them that is. */
const operations: Partial<Record<string, string | readonly string[]>> = {
  resend: 'users.resendActivation',
  changeRole: 'roles.assign',
  resetPassword: [
    'passwords.sendReset',
    'passwords.setTemporary',
    'passwords.expire',
    'passwords.remove',
  ],
  resetCode: 'secretCodes.issueResetCode',
  enrolmentLink: 'authenticators.issueEnrolmentLink',
  enrolSecurityKey: 'authenticators.beginSecurityKey',
  resetAuthenticators: 'authenticators.reset',
  endSessions: 'sessions.endAll',
}

const operationsOf = (act: UserAct | 'update') => [operations[act] ?? `users.${act}`].flat()

/**
 * Codes that say that an act is pointless in this state, or that the portal has no use for it; then
 * only others are worth showing.
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

/** The acts that answer a state, and what they answer. */
const answers: Partial<Record<UserAct, readonly Status[]>> = {
  activate: ['STAGED'],
  resend: ['PROVISIONED'],
  unlock: ['LOCKED_BY_ADMIN', 'AUTO_LOCKED'],
  reactivate: ['DEACTIVATED'],
  restore: ['DELETED'],
  purge: ['DELETED'],
}

/**
 * Which acts make sense for a person in their state: of each pair the one that would change
 * something.
 */
export function actsFor(user: UserView): UserAct[] {
  return groups.flat().filter((act) => {
    const decision = decisionOn(user, act)
    // Whoever is deleted has nothing left to clear.
    if (
      user.status.status === 'DELETED' &&
      (act === 'resetAuthenticators' || act === 'endSessions')
    )
      return false
    // The server tells whoever may not before it looks at the state.
    const wanted = answers[act]
    if (wanted && !user.status.reasons.some(({ status }) => wanted.includes(status))) return false
    if (!decision || decision.allowed || !pointless.has(decision.code))
      return decision !== undefined && !(act === 'lock' && user.can['users.unlock']?.allowed)
    return false
  })
}

/**
 * Whether this person may be acted on so, as the server decided; undefined where it did not say.
 */
export function decisionOn(user: UserView, act: UserAct | 'update'): DecisionView | undefined {
  const decisions = operationsOf(act).map((operation) => user.can[operation])
  return decisions.find((decision) => decision?.allowed) ?? decisions[0]
}

/**
 * What a menu does: opens a person, where there is somewhere to open them, and asks before an act.
 */
export interface UserMenuActs {
  readonly onOpen?: ((user: UserView) => void) | undefined
  readonly onAct: (act: UserAct, user: UserView) => void
}

/**
 * The menu of a person, in the same order everywhere: open, then the acts by group, each behind a
 * rule, and what destroys last.
 */
export function userMenu(
  user: UserView,
  words: Messages['users']['menu'],
  inWords: (decision: DecisionView | undefined) => string | undefined,
  { onOpen, onAct }: UserMenuActs,
): MenuEntry[] {
  const acts = actsFor(user)
  const entry = (act: UserAct): MenuEntry => ({
    id: act,
    label: words[act],
    icon: icons[act],
    ...(act === 'delete' || act === 'purge' ? { tone: 'danger' as const } : {}),
    disabledReason: inWords(decisionOn(user, act)),
    onSelect: () => onAct(act, user),
  })
  const [state = [], ...others] = groups.map((group) =>
    group.filter((act) => acts.includes(act)).map(entry),
  )
  const open: MenuEntry[] = onOpen
    ? [{ id: 'view', label: words.view, icon: 'edit', onSelect: () => onOpen(user) }]
    : []
  return [[...open, ...state], ...others]
    .filter(({ length }) => length > 0)
    .flatMap((entries, index): MenuEntry[] => (index === 0 ? entries : ['separator', ...entries]))
}
