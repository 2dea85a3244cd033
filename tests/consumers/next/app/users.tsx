'use client'

import { createRosterClient } from '@rosterkit/adapters/client'
import { RosterAdmin, RosterProvider } from '@rosterkit/react'

const client = createRosterClient({ baseUrl: '/api/roster' })

export function Users() {
  return (
    <RosterProvider client={client}>
      <RosterAdmin />
    </RosterProvider>
  )
}
