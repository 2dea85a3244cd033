import { OwnAuthenticators } from '@rosterkit/react'
import { Roster } from './Roster.tsx'

/** What everybody sees of themself. */
export const Account = () => (
  <Roster>
    <OwnAuthenticators />
  </Roster>
)
