import type { DecisionView, UserView } from '@rosterkit/core/browser'
import { acts, batchActs, type BatchAct } from '../acts/acts.js'

/** What is kept of a user who is selected: their names, and what may be done to them. */
export type ChosenUser = Pick<UserView, 'displayName' | 'userName' | 'can'>

/** The users who are selected, by id; they may be on other pages. */
export type ChosenUsers = ReadonlyMap<string, ChosenUser>

/** What the server decided about an act on one of the users. */
export const decisionOnChosen = (act: BatchAct, user: ChosenUser | undefined) =>
  user?.can[acts[act].commands[0].name]

/** Keeps of a user what selecting them needs: thousands may be selected. */
export function chosenUser(user: ChosenUser): ChosenUser {
  const { displayName, userName } = user
  return {
    displayName,
    userName,
    can: Object.fromEntries(
      batchActs.flatMap((act) => {
        const decision = decisionOnChosen(act, user)
        return decision ? [[acts[act].commands[0].name, decision]] : []
      }),
    ),
  }
}

/**
 * The refusal of an act that is refused for each of those selected; undefined when it is not for
 * one of them.
 */
export function refusalForAll(act: BatchAct, chosen: ChosenUsers): DecisionView | undefined {
  let first: DecisionView | undefined
  for (const user of chosen.values()) {
    const decision = decisionOnChosen(act, user)
    if (!decision || decision.allowed) return undefined
    first ??= decision
  }
  return first
}
