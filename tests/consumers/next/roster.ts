import { memoryStorage } from '@rosterkit/adapters/memory'
import { createRoster } from '@rosterkit/core'

/** Made once for each process: Next.js bundles pages and routes apart. */
const made = globalThis as { roster?: ReturnType<typeof makeRoster> }

async function makeRoster() {
  const roster = createRoster({ storage: memoryStorage(), baseUrl: 'http://localhost' })
  const { administratorId } = await roster.bootstrap({
    organizationName: 'Harbourline',
    administrator: {
      userName: 'zofia',
      name: { givenName: 'Zofia', familyName: 'Wiśniewska' },
      emails: [{ value: 'zofia@example.com', primary: true }],
    },
  })
  return { roster, administratorId }
}

export const openRoster = () => (made.roster ??= makeRoster())
