import '@rosterkit/react/styles.css'
import { createRosterClient } from '@rosterkit/adapters/client'
import { RedeemPage, RosterProvider } from '@rosterkit/react'
import { Wordmark } from './shell/Wordmark.tsx'

const client = createRosterClient({ baseUrl: '/api/roster' })

/** The page that the links of our mails lead to; nobody needs to be signed in. */
export const RedeemSection = ({ onDone }: { onDone: () => void }) => (
  <main className="sign-in narrow">
    <Wordmark />
    <RosterProvider client={client}>
      <RedeemPage onDone={onDone} />
    </RosterProvider>
  </main>
)
