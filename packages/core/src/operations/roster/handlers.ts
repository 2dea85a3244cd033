import type { HandlersOf } from '../../context.js'
import { bootstrapHandler } from './bootstrap.js'
import type { hostRoster } from './contract.js'

/** What carries out {@link hostRoster}. */
export const hostRosterHandlers: HandlersOf<typeof hostRoster> = {
  bootstrap: bootstrapHandler,
}
