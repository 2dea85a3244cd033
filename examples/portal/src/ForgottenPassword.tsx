import '@rosterkit/react/styles.css'
import { createRosterClient } from '@rosterkit/adapters/client'
import { RequestRecoveryPage, RosterProvider } from '@rosterkit/react'
import { Link } from './shell/Link.tsx'
import { Wordmark } from './shell/Wordmark.tsx'
import { useSearchParams } from './shell/location.ts'

const client = createRosterClient({ baseUrl: '/api/roster' })

/** “Forgot your password?”, for the organization that was chosen at the sign-in. */
export function ForgottenPassword({ onDone }: { onDone: () => void }) {
  const [{ organization }] = useSearchParams()
  return (
    <main className="sign-in narrow">
      <Wordmark />
      <RosterProvider client={client}>
        <RequestRecoveryPage organizationId={organization} onDone={onDone} />
      </RosterProvider>
      <p>
        <Link href="/sign-in">Back to sign-in</Link>
      </p>
    </main>
  )
}
