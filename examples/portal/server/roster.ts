import { argon2Hasher } from '@rosterkit/adapters/argon2'
import { commonPasswords } from '@rosterkit/adapters/common-passwords'
import { oneTimePasswords } from '@rosterkit/adapters/otp'
import { createRosterHandler } from '@rosterkit/adapters/server'
import { smtpMail } from '@rosterkit/adapters/smtp'
import { securityKeys } from '@rosterkit/adapters/webauthn'
import { createRoster } from '@rosterkit/core'
import { demoSessions } from './demo-sessions.ts'
import { portalPersonas, portalRoles } from './portal-roles.ts'
import { openStorage } from './storage.ts'

export interface RosterSurroundings {
  readonly database: string
  /** Where the portal is reached, such as `http://localhost:3000`. */
  readonly baseUrl: string
  readonly smtpUrl: string
  readonly sealingKey: string
  readonly onMailQueued: () => void
}

/**
 * The Users section's server side: the rules over the database, and the handler that answers below
 * /api/roster.
 */
export async function openRoster({
  database,
  baseUrl,
  smtpUrl,
  sealingKey,
  onMailQueued,
}: RosterSurroundings) {
  const mail = smtpMail({
    url: smtpUrl,
    from: { name: 'Harbourline', address: 'no-reply@harbourline.example' },
  })
  const roster = createRoster({
    storage: await openStorage(database),
    roles: portalRoles,
    personaTypes: portalPersonas,
    baseUrl,
    brand: {
      name: 'Harbourline',
      colour: '#0b6e6e',
      contact: 'help@harbourline.example',
      footer: 'Harbourline, the example portal of Rosterkit',
    },
    mail,
    onMailQueued,
    hasher: argon2Hasher(),
    blockList: commonPasswords(),
    securityKeys: securityKeys({
      rpId: new URL(baseUrl).hostname,
      rpName: 'Harbourline',
      origins: [new URL(baseUrl).origin],
    }),
    oneTimePasswords: oneTimePasswords(),
    sealingKey,
  })
  const sessions = demoSessions(roster)
  const handler = createRosterHandler(roster, {
    basePath: '/api/roster',
    caller: sessions.userIdOf,
  })
  const close = async () => {
    await mail.close()
    await roster.storage.close()
  }
  return { roster, sessions, handler, close }
}
