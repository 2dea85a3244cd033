import type { HandlersOf } from '../../context.js'
import { getCallerHandler } from './get-caller.js'
import type { caller } from './contract.js'

/** What carries out {@link caller}. */
export const callerHandlers: HandlersOf<typeof caller> = {
  get: getCallerHandler,
}
