import { RedeemPage } from '@rosterkit/react'
import { Roster } from './Roster.tsx'
import { Wordmark } from './shell/Wordmark.tsx'

/** The page that the links of our mails lead to; nobody needs to be signed in. */
export const RedeemSection = ({ onDone }: { onDone: () => void }) => (
  <main className="sign-in narrow">
    <Wordmark />
    <Roster>
      <RedeemPage onDone={onDone} />
    </Roster>
  </main>
)
