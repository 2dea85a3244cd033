import { createRosterHandler } from '@rosterkit/adapters/server'
import { createRoster } from '@rosterkit/core'
import { demoSessions } from './demo-sessions.ts'
import { portalPersonas, portalRoles } from './portal-roles.ts'
import { openStorage } from './storage.ts'

/** The Users section's server side: the rules over the database, and the handler that answers below /api/roster. */
export async function openRoster(database: string) {
  const roster = createRoster({ storage: await openStorage(database), roles: portalRoles, personaTypes: portalPersonas })
  const sessions = demoSessions(roster)
  const handler = createRosterHandler(roster, { basePath: '/api/roster', caller: sessions.userIdOf })
  return { roster, sessions, handler }
}
