import '@rosterkit/react/styles.css'
import { createRosterClient } from '@rosterkit/adapters/client'
import { RosterAdmin, RosterProvider } from '@rosterkit/react'
import { useSearchParams } from './shell/location.ts'

const client = createRosterClient({ baseUrl: '/api/roster' })

export const UsersSection = () => (
  <RosterProvider client={client} urlState={useSearchParams}>
    <RosterAdmin />
  </RosterProvider>
)
