import '@rosterkit/react/styles.css'
import { memoryStorage } from '@rosterkit/adapters/memory'
import { createRoster } from '@rosterkit/core'
import { RosterAdmin, RosterProvider } from '@rosterkit/react'
import { StrictMode, version } from 'react'
import { createRoot } from 'react-dom/client'

// The whole roster in the page: the same interface as over HTTP.
const roster = createRoster({ storage: memoryStorage() })
const { administratorId } = await roster.bootstrap({
  organizationName: 'Harbourline',
  administrator: {
    userName: 'zofia',
    name: { givenName: 'Zofia', familyName: 'Wiśniewska' },
    emails: [{ value: 'zofia@example.com', primary: true }],
  },
})

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <p>React {version}</p>
    <RosterProvider client={roster.as({ userId: administratorId })}>
      <RosterAdmin />
    </RosterProvider>
  </StrictMode>,
)
