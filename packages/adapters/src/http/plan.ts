/**
 * Stands before the path of a command whose plan is asked for: a server or proxy that does not know
 * it answers 404, and never carries the command out.
 */
export const plansPath = '/plans'

/** Carries the plan with which a command is sent. */
export const planHeader = 'rosterkit-plan'
