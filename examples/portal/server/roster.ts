import { createRosterHandler } from '@rosterkit/adapters/server'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'
import { createRoster } from '@rosterkit/core'
import { demoSessions } from './demo-sessions.ts'
import { portalRoles } from './portal-roles.ts'

/** The Users section's server side: the rules over one SQLite file, and the handler that answers below /api/roster. */
export async function openRoster(file: string) {
  const roster = createRoster({ storage: await sqliteStorage({ file }), roles: portalRoles })
  const sessions = demoSessions(roster)
  const handler = createRosterHandler(roster, { basePath: '/api/roster', caller: sessions.userIdOf })
  return { roster, sessions, handler }
}
