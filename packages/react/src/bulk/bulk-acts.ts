import {
  assignRole,
  assignRoleToUsers,
  deactivateUser,
  deactivateUsers,
  deleteUser,
  deleteUsers,
  endAllSessions,
  endSessionsOfUsers,
  lockUser,
  lockUsers,
  reactivateUser,
  reactivateUsers,
  requireMfa,
  requireMfaOfUsers,
  resendActivation,
  resendActivations,
  resetAuthenticators,
  resetAuthenticatorsOfUsers,
  restoreUser,
  restoreUsers,
  unlockUser,
  unlockUsers,
  type DecisionView,
  type Operation,
  type UserView,
} from '@rosterkit/core/browser'
import type { IconName } from '../ui/icons.js'

/** What an act on several people does to one, does to all, asks for, and looks like. */
interface BulkActFacts {
  readonly one: Operation
  readonly all: Operation
  readonly icon: IconName
  readonly reason?: 'required' | 'optional'
  readonly danger?: true
  /** The act that takes it back. */
  readonly undo?: 'unlock' | 'reactivate' | 'restore'
}

/** The acts on several people at once, in the order of a person's menu. */
export const bulkActs = {
  resend: { one: resendActivation, all: resendActivations, icon: 'mail' },
  lock: {
    one: lockUser,
    all: lockUsers,
    icon: 'lock',
    reason: 'required',
    danger: true,
    undo: 'unlock',
  },
  unlock: { one: unlockUser, all: unlockUsers, icon: 'unlock', reason: 'optional' },
  deactivate: {
    one: deactivateUser,
    all: deactivateUsers,
    icon: 'pause',
    reason: 'required',
    danger: true,
    undo: 'reactivate',
  },
  reactivate: { one: reactivateUser, all: reactivateUsers, icon: 'play', reason: 'optional' },
  delete: {
    one: deleteUser,
    all: deleteUsers,
    icon: 'trash',
    reason: 'optional',
    danger: true,
    undo: 'restore',
  },
  restore: { one: restoreUser, all: restoreUsers, icon: 'refresh', reason: 'optional' },
  giveRole: { one: assignRole, all: assignRoleToUsers, icon: 'users' },
  requireMfa: { one: requireMfa, all: requireMfaOfUsers, icon: 'shield', reason: 'optional' },
  resetAuthenticators: {
    one: resetAuthenticators,
    all: resetAuthenticatorsOfUsers,
    icon: 'refresh',
    reason: 'optional',
    danger: true,
  },
  endSessions: {
    one: endAllSessions,
    all: endSessionsOfUsers,
    icon: 'sign-out',
    reason: 'optional',
    danger: true,
  },
} as const satisfies Record<string, BulkActFacts>

/** One act on several people at once. */
export type BulkAct = keyof typeof bulkActs

/** The facts of an act, as each of them may have them. */
export const factsOf = (act: BulkAct): BulkActFacts => bulkActs[act]

/** What is kept of somebody who is selected: their names, and what may be done to them. */
export type ChosenUser = Pick<UserView, 'displayName' | 'userName' | 'can'>

/** Those who are selected, by id; they may be on other pages. */
export type ChosenUsers = ReadonlyMap<string, ChosenUser>

/** Keeps of a person what selecting them needs: thousands may be selected. */
export function chosenUser({ displayName, userName, can }: ChosenUser): ChosenUser {
  return {
    displayName,
    userName,
    can: Object.fromEntries(
      Object.values(bulkActs).flatMap(({ one }) =>
        can[one.name] ? [[one.name, can[one.name]!]] : [],
      ),
    ),
  }
}

/**
 * The refusal of an act that is refused for each of those selected; undefined when it is not for
 * one of them.
 */
export function refusalForAll(act: BulkAct, chosen: ChosenUsers): DecisionView | undefined {
  let first: DecisionView | undefined
  for (const { can } of chosen.values()) {
    const decision = can[bulkActs[act].one.name]
    if (!decision || decision.allowed) return undefined
    first ??= decision
  }
  return first
}
