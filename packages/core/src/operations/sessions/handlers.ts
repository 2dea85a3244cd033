import type { HandlersOf } from '../../context.js'
import { checkSessionHandler } from './check-session.js'
import { endAllSessionsHandler } from './end-all-sessions.js'
import { endSessionHandler } from './end-session.js'
import { listSessionsHandler } from './list-sessions.js'
import { startSessionHandler } from './start-session.js'
import type { sessions, hostSessions } from './contract.js'

/** What carries out {@link sessions}. */
export const sessionsHandlers: HandlersOf<typeof sessions> = {
  list: listSessionsHandler,
  end: endSessionHandler,
  endAll: endAllSessionsHandler,
}

/** What carries out {@link hostSessions}. */
export const hostSessionsHandlers: HandlersOf<typeof hostSessions> = {
  start: startSessionHandler,
  check: checkSessionHandler,
}
