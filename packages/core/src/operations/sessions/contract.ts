import { checkSession } from './check-session.js'
import { endAllSessions } from './end-all-sessions.js'
import { endSession } from './end-session.js'
import { listSessions } from './list-sessions.js'
import { startSession } from './start-session.js'

// By name as well, so that a page brings only the operations that it calls.
export { listSessions, endSession, endAllSessions }

/** The operations of `sessions`. */
export const sessions = {
  list: listSessions,
  end: endSession,
  endAll: endAllSessions,
} as const

/** Operations that only the host's own code may call. */
export const hostSessions = {
  start: startSession,
  check: checkSession,
} as const
