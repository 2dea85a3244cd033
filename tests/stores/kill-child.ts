// Writes through a roster for as long as it lives, and prints a line for each call once it has been
// confirmed. Started and killed by kills.test.ts.
import { writeSync } from 'node:fs'
import { createRoster, type MailTransport } from '@rosterkit/core'
import { postgresStorage } from '@rosterkit/adapters/postgres'
import { sqliteStorage } from '@rosterkit/adapters/sqlite'

const [kind, place, run] = process.argv.slice(2) as ['sqlite' | 'postgres', string, string]
const storage =
  kind === 'sqlite'
    ? await sqliteStorage({ file: place })
    : await postgresStorage({
        url: place.split(' ')[0]!,
        schema: place.split(' ')[1]!,
        connections: 4,
      })
// The world outside: what it has taken it has said, before the roster hears of it.
const mail: MailTransport = {
  async send({ messageId, to }) {
    writeSync(1, `mailed ${messageId.split('@')[0]} ${to.address}\n`)
  },
}
const roster = createRoster({ storage, mail, baseUrl: 'https://portal.example' })
const system = roster.as('system')
const { organizationId } = await roster.bootstrap({
  organizationName: 'Kill',
  administrator: {
    userName: 'root',
    name: { givenName: 'Root', familyName: 'Kill' },
    emails: [{ value: 'root@example.com', primary: true }],
  },
})

let number = 0
/**
 * Adds a person, renames them, locks every second and deletes every third, each confirmed for
 * itself.
 */
async function life(): Promise<never> {
  for (;;) {
    const name = `k${run}x${++number}`
    const person = await system.users.create({
      organizationId,
      userName: name,
      name: { givenName: name, familyName: 'Kill' },
      emails: [{ value: `${name}@example.com`, primary: true }],
      roles: [{ roleId: 'viewer', organizationId }],
    })
    process.stdout.write(`created ${person.id}\n`)
    await system.users.update({
      userId: person.id,
      version: person.version,
      name: { givenName: `${name}renamed`, familyName: 'Kill' },
    })
    process.stdout.write(`renamed ${person.id}\n`)
    // Whoever is locked at once gets no mail any more, because the lock ends the link that it would
    // bring.
    if (number % 2 === 0) continue
    await system.users.lock({ userId: person.id, reason: 'Kill.' })
    process.stdout.write(`locked ${person.id}\n`)
    if (number % 3 !== 0) continue
    await system.users.delete({ userId: person.id, userName: name })
    process.stdout.write(`deleted ${person.id}\n`)
  }
}

/** Sends what is due, as a portal's worker does. */
async function postman(): Promise<never> {
  for (;;) {
    const { sent } = await roster.mail.deliver({ limit: 5 })
    if (sent === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

process.stdout.write('writing\n')
await Promise.all([life(), life(), postman()])
