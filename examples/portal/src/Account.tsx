import '@rosterkit/react/styles.css'
import { createRosterClient } from '@rosterkit/adapters/client'
import { OwnAuthenticators, RosterProvider } from '@rosterkit/react'

const client = createRosterClient({ baseUrl: '/api/roster' })

/** What everybody sees of themself. */
export const Account = () => (
  <RosterProvider client={client}>
    <OwnAuthenticators />
  </RosterProvider>
)
